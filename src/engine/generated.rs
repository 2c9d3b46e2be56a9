//! Random values that an app demands, such as an initial password.

use rand::seq::{IndexedRandom, SliceRandom};

use crate::recipe::{CharacterClass, Generated};
use crate::secrets::Secret;

/// A fresh value of the wished length, with at least one character of each wished class, from the operating system's
/// random numbers.
pub(super) fn generate(spec: &Generated) -> Secret {
    let mut random = rand::rng();
    let classes: Vec<&[u8]> = spec.classes.iter().map(|class| characters(*class)).collect();
    let all: Vec<u8> = classes.concat();
    let mut value: Vec<u8> = classes.iter().filter_map(|class| class.choose(&mut random).copied()).collect();
    while value.len() < spec.length {
        value.extend(all.choose(&mut random));
        if all.is_empty() {
            break;
        }
    }
    value.shuffle(&mut random);
    Secret::new(String::from_utf8_lossy(&value).into_owned())
}

fn characters(class: CharacterClass) -> &'static [u8] {
    match class {
        // Without the ones that people confuse.
        CharacterClass::Lower => b"abcdefghijkmnopqrstuvwxyz",
        CharacterClass::Upper => b"ABCDEFGHJKLMNPQRSTUVWXYZ",
        CharacterClass::Digit => b"23456789",
        CharacterClass::Symbol => b"-_.!+",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_occurs_and_no_two_are_the_same() {
        let classes = vec![CharacterClass::Lower, CharacterClass::Upper, CharacterClass::Digit, CharacterClass::Symbol];
        let spec = Generated { length: 24, classes: classes.clone() };
        let one = generate(&spec);
        assert_eq!(one.expose().len(), 24);
        for class in classes {
            assert!(one.expose().bytes().any(|byte| characters(class).contains(&byte)), "{class:?}");
        }
        assert_ne!(one.expose(), generate(&spec).expose());
    }
}
