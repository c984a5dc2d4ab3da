//! A telephone number of Kazakhstan, in one shape: +7 and ten digits.

use super::{
    code::Code,
    finding::{Field, Finding},
    sheet::Value,
    text,
};

/// Reads the first telephone number of a cell; further ones are reported and left out.
pub(super) fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<String> {
    let text = text::read(value, Field::Phone, findings)?;
    let text = text.strip_suffix(".0").unwrap_or(&text);
    let pieces: Vec<&str> = text
        .split([',', ';', '/', '\\'])
        .filter(|piece| piece.bytes().any(|byte| byte.is_ascii_digit()))
        .collect();
    let numbers: Vec<String> = pieces.iter().flat_map(|piece| of_piece(piece)).collect();
    let code = match (numbers.len(), pieces.len()) {
        (0, _) => Some(Code::PhoneUnreadable),
        (1, 1) => None,
        _ => Some(Code::PhoneSeveral),
    };
    findings.extend(code.map(|code| Finding::new(Field::Phone, code)));
    numbers.into_iter().next()
}

fn of_piece(piece: &str) -> Vec<String> {
    let digits: String = piece.chars().filter(char::is_ascii_digit).collect();
    let halves = digits.is_ascii().then(|| digits.split_at_checked(11)).flatten();
    match (national(&digits), halves) {
        (Some(number), _) => vec![number],
        (None, Some((one, two))) => [one, two].into_iter().filter_map(national).collect(),
        (None, None) => Vec::new(),
    }
}

/// Ten digits that start with 6 or 7, with 8 or +7 in front or without.
fn national(digits: &str) -> Option<String> {
    let ten = match digits.len() {
        11 => digits.strip_prefix(['7', '8'])?,
        10 => digits,
        _ => return None,
    };
    ten.starts_with(['6', '7']).then(|| format!("+7{ten}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone(value: &Value) -> (Option<String>, Vec<Code>) {
        let mut findings = Vec::new();
        let read = read(value, &mut findings);
        (read, findings.iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn every_way_to_write_a_number_is_read_to_one() {
        for text in [
            "8-701-000-02-01",
            "+7 701 000 02 01",
            "87010000201",
            "8(701)0000201",
            "7010000201",
            "моб. 8 701 0000201",
            "87010000201.0",
        ] {
            assert_eq!(
                phone(&Value::Text(text.to_owned())),
                (Some("+77010000201".to_owned()), vec![]),
                "{text}"
            );
        }
        assert_eq!(
            phone(&Value::Number(87_010_000_201.0)),
            (Some("+77010000201".to_owned()), vec![])
        );
    }

    #[test]
    fn the_first_of_several_numbers_is_kept_with_a_warning() {
        for text in
            ["87010000201, 87010000202", "2-14-15; 87010000201", "8 701 000 02 01 8 701 000 02 02"]
        {
            assert_eq!(
                phone(&Value::Text(text.to_owned())),
                (Some("+77010000201".to_owned()), vec![Code::PhoneSeveral]),
                "{text}"
            );
        }
    }

    #[test]
    fn other_numbers_are_left_out_with_a_warning() {
        for text in ["2-14-15", "+996 555 000 000", "есть"] {
            assert_eq!(
                phone(&Value::Text(text.to_owned())),
                (None, vec![Code::PhoneUnreadable]),
                "{text}"
            );
        }
        assert_eq!(phone(&Value::Text("нет".to_owned())), (None, vec![]));
    }
}
