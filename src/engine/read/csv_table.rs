//! From the bytes of an exported file to the cells of its columns (RFC 4180).

use csv::{Position, ReaderBuilder, StringRecord};
use encoding_rs::Encoding;

use super::super::compile::collapse;

/// How many headers a message names, and how many characters of each.
const TOLD_HEADERS: usize = 30;
const TOLD_CHARACTERS: usize = 80;

/// What is read after the end of a file, and can only be read as a line of its own where no quote was left open.
const END: &str = "\u{1}end of the file\u{1}";

/// A column that is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Column<'c> {
    /// What its header says, white space at its ends aside.
    pub header: &'c str,
    /// Whether a file may be without it.
    pub optional: bool,
}

/// The cells of these columns, line by line; `None` where the file has no such column. A byte order mark wins over the named
/// encoding. A file that is cut off inside of quotes is refused: what would be read of it is less than there is.
///
/// # Errors
/// What is wrong with the file, in a sentence.
pub fn csv_table(
    bytes: &[u8],
    encoding: &str,
    delimiter: u8,
    columns: &[Column<'_>],
) -> Result<Vec<Vec<Option<String>>>, String> {
    let named = Encoding::for_label(encoding.as_bytes()).ok_or_else(|| format!("`{encoding}` is not an encoding"))?;
    let (text, used, broken) = named.decode(bytes);
    if broken {
        let name = used.name();
        return Err(format!("it is not {name}; say how it is written with `csv: {{encoding: …}}`"));
    }
    let closing = format!("\n{END}\n");
    let whole = std::io::Read::chain(text.as_bytes(), closing.as_bytes());
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(whole);
    let headers: Vec<String> = reader.headers().map_err(|error| error.to_string())?.iter().map(collapse).collect();
    let places = columns.iter().map(|column| place(column, &headers)).collect::<Result<Vec<_>, _>>()?;
    let mut rows = Vec::new();
    let mut line = 1;
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| error.to_string())? {
        if record.len() == 1 && record.get(0) == Some(END) {
            return Ok(rows);
        }
        line = record.position().map_or(line, Position::line);
        if record.iter().any(|cell| cell.contains(END)) {
            break;
        }
        if record.len() != headers.len() {
            return Err(format!(
                "line {line} has {} fields where the headers are {}; the file may be cut off, or lack a quote",
                record.len(),
                headers.len()
            ));
        }
        rows.push(places.iter().map(|at| Some(record.get((*at)?).unwrap_or_default().to_owned())).collect());
    }
    Err(format!(
        "a quote is opened in the entry that begins in line {line}, and never closed; the file is cut off or broken"
    ))
}

/// Where a column stands.
fn place(column: &Column<'_>, headers: &[String]) -> Result<Option<usize>, String> {
    let header = collapse(column.header);
    let mut places = (0..headers.len()).filter(|at| headers[*at] == header);
    match (places.next(), places.next()) {
        (Some(_), Some(_)) => Err(format!("two columns are called \"{header}\"")),
        (Some(at), None) => Ok(Some(at)),
        (None, _) if column.optional => Ok(None),
        (None, _) => Err(format!("no column \"{header}\"; there are {}", told(headers))),
    }
}

/// Headers in a message.
fn told(headers: &[String]) -> String {
    let one = |header: &String| format!("\"{}\"", header.chars().take(TOLD_CHARACTERS).collect::<String>());
    let shown: Vec<String> = headers.iter().filter(|header| *header != END).take(TOLD_HEADERS).map(one).collect();
    match headers.len().checked_sub(TOLD_HEADERS) {
        None | Some(0) if shown.is_empty() => "none".to_owned(),
        None | Some(0) => shown.join(", "),
        Some(more) => format!("{} and {more} more", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MAIL: Column<'_> = Column { header: "Mail", optional: false };
    const NAME: Column<'_> = Column { header: "Name", optional: true };

    fn read(text: &str) -> Result<Vec<Vec<Option<String>>>, String> {
        csv_table(text.as_bytes(), "utf-8", b',', &[MAIL, NAME])
    }

    #[test]
    fn a_file_that_is_cut_off_inside_of_quotes_is_refused() {
        assert_eq!(read("Mail,Name\na,\"b\nc\"\n").unwrap(), [[Some("a".to_owned()), Some("b\nc".to_owned())]]);
        for text in
            ["Mail,Name\na,\"b\nc,d\n", "Mail,Name\na,\"", "Mail\n\"", "Mail\n\"\na", "\"Mail\na\n", "Mail\na\n\"\"\""]
        {
            let error = read(text).unwrap_err();
            assert!(error.contains("never closed") || error.contains("no column"), "{text:?}: {error}");
        }
        assert!(read("").unwrap_err().contains("there are none"));
        assert!(read("Mail,Name\na\n").unwrap_err().contains("line 2 has 1 fields where the headers are 2"));
        let million = read(&"column,".repeat(1_000_000)).unwrap_err();
        assert!(million.len() < 1000 && million.ends_with("999971 more"), "{million}");
    }

    proptest! {
        /// What a file writer writes is read as it was; any part of it is refused, or read as its first lines.
        #[test]
        fn what_is_written_is_read_and_a_part_of_it_never_as_something_else(
            cells in proptest::collection::vec(("[a-z\",\n €\u{0}🙂]{0,8}x", "[a-z\",\r\n ]{0,8}"), 0..6),
            cut in 0_usize..200,
        ) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["Mail", "Name"]).unwrap();
            for (mail, name) in &cells {
                writer.write_record([mail, name]).unwrap();
            }
            let bytes = writer.into_inner().unwrap();
            let wished: Vec<Vec<Option<String>>> =
                cells.iter().map(|(mail, name)| vec![Some(mail.clone()), Some(name.clone())]).collect();
            prop_assert_eq!(csv_table(&bytes, "utf-8", b',', &[MAIL, NAME]).unwrap(), wished.clone());
            let part = &bytes[..cut.min(bytes.len())];
            if let Ok(rows) = csv_table(part, "utf-8", b',', &[MAIL, NAME]) {
                prop_assert!(rows.len() <= wished.len());
                // The last line may be a part of a line without quotes.
                let sure = rows.len().saturating_sub(1);
                prop_assert_eq!(&rows[..sure], &wished[..sure]);
            }
        }

        #[test]
        fn bytes_of_all_sorts_are_read_or_refused_in_few_words(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            for encoding in ["utf-8", "utf-16le", "shift_jis", "nonsense"] {
                let mut text = b"Mail,Name\n".to_vec();
                text.extend(&bytes);
                for bytes in [&bytes, &text] {
                    if let Err(error) = csv_table(bytes, encoding, b',', &[MAIL, NAME]) {
                        prop_assert!(error.len() < 6000, "{}", error);
                    }
                }
            }
        }
    }
}
