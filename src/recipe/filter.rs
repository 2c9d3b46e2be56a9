//! Filters by name: which there are, and what arguments they take.

use jiff::civil::date;
use jiff::fmt::strtime::BrokenDownTime;
use regex::Regex;

use super::pattern::Pattern;
use super::template::Filter;
use crate::contract::nearest;

/// Every filter with the least and the most arguments it takes.
pub(crate) const NAMES: &[(&str, usize, usize)] = &[
    ("trim", 0, 0),
    ("lower", 0, 0),
    ("upper", 0, 0),
    ("capitalize", 0, 0),
    ("title", 0, 0),
    ("split", 1, 1),
    ("join", 1, 1),
    ("replace", 2, 2),
    ("regex", 1, 1),
    ("first", 0, 0),
    ("default", 1, 1),
    ("date", 1, 1),
    ("number", 0, 0),
    ("local_part", 0, 0),
    ("domain", 0, 0),
];

/// Why a filter cannot be used: what is wrong, and what to write instead.
pub(super) struct BadFilter {
    pub(super) message: String,
    pub(super) help: String,
}

/// The filter of that name. `label` is not among them: what it looks up depends on the value before it.
pub(super) fn filter(name: &str, arguments: &[String]) -> Result<Filter, BadFilter> {
    let Some((_, least, most)) = NAMES.iter().find(|(known, ..)| *known == name) else {
        let names = NAMES.iter().map(|(known, ..)| *known);
        return Err(BadFilter {
            message: format!("there is no filter `{name}`"),
            help: match nearest(name, names.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known: {}", names.collect::<Vec<_>>().join(", ")),
            },
        });
    };
    if !(*least..=*most).contains(&arguments.len()) {
        let wanted = match most {
            0 => "takes no argument".to_owned(),
            1 => "takes one argument".to_owned(),
            more => format!("takes {more} arguments"),
        };
        return Err(BadFilter {
            message: format!("`{name}` {wanted}, found {}", arguments.len()),
            help: match most {
                0 => format!("write `{name}`"),
                1 => format!("write `{name}(\"…\")` in a text, `{{{name}: \"…\"}}` in a list of filters"),
                _ => {
                    format!("write `{name}(\"…\", \"…\")` in a text, `{{{name}: [\"…\", \"…\"]}}` in a list of filters")
                }
            },
        });
    }
    let argument = |index: usize| arguments.get(index).cloned().unwrap_or_default();
    Ok(match name {
        "trim" => Filter::Trim,
        "lower" => Filter::Lower,
        "upper" => Filter::Upper,
        "capitalize" => Filter::Capitalize,
        "title" => Filter::Title,
        "split" => Filter::Split(argument(0)),
        "join" => Filter::Join(argument(0)),
        "replace" => Filter::Replace(argument(0), argument(1)),
        "regex" => Filter::Regex(Pattern(Regex::new(&argument(0)).map_err(|error| BadFilter {
            message: format!("`{}` is not a regular expression", argument(0)),
            help: error.to_string(),
        })?)),
        "first" => Filter::First,
        "default" => Filter::Default(argument(0)),
        "date" => {
            date_format(&argument(0))?;
            Filter::Date(argument(0))
        }
        "number" => Filter::Number,
        "local_part" => Filter::LocalPart,
        _ => Filter::Domain,
    })
}

/// Checks that a `strftime` format has a whole date in it that can be written and read.
pub(super) fn date_format(format: &str) -> Result<(), BadFilter> {
    let help = || "name day, month and year, as in `%d/%m/%Y` or `%d %b %Y`".to_owned();
    let sample = date(2031, 12, 28).at(13, 45, 59, 0).in_tz("UTC");
    let written = match sample.map(|sample| jiff::fmt::strtime::format(format, &sample)) {
        Ok(Ok(written)) => written,
        Ok(Err(error)) => {
            return Err(BadFilter { message: format!("`{format}` is not a format: {error}"), help: help() });
        }
        Err(_) => return Ok(()),
    };
    let read = BrokenDownTime::parse(format, &written).and_then(|parts| parts.to_date());
    match read {
        Ok(read) if read == date(2031, 12, 28) => Ok(()),
        _ => Err(BadFilter { message: format!("`{format}` does not say which day is meant"), help: help() }),
    }
}
