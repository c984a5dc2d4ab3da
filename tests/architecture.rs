//! Who may import whom, and rules of the code that no compiler keeps.

use crate::harness::database::{files, product};
use std::{collections::BTreeSet, fs, path::Path};

/// Modules of the library and the modules that each may import. `main` may import everything.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("phrases", &["domain"]),
    ("clock", &["domain"]),
    ("config", &["domain", "strangers"]),
    ("strangers", &["domain"]),
    ("storage", &["domain"]),
    ("emails", &["domain", "phrases"]),
    ("intake", &["domain"]),
    ("acts", &["domain", "clock", "state", "config", "documents", "emails", "storage"]),
    ("mailer", &["config", "domain", "storage"]),
    ("jobs", &["acts", "state", "domain", "mailer", "storage"]),
    (
        "web",
        &[
            "acts",
            "state",
            "clock",
            "templates",
            "config",
            "documents",
            "domain",
            "emails",
            "intake",
            "phrases",
            "places",
            "storage",
            "strangers",
        ],
    ),
    ("documents", &["domain", "phrases"]),
    ("look", &["domain", "intake"]),
    ("templates", &["domain", "look", "phrases"]),
    ("places", &[]),
    ("tasks", &[]),
    ("state", &["clock", "config", "places", "storage", "strangers", "tasks", "templates"]),
    (
        "cli",
        &[
            "acts", "clock", "config", "domain", "intake", "jobs", "mailer", "storage", "web",
            "state",
        ],
    ),
];

/// A file's product code: what stands before its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.split("#[cfg(test)]").next().unwrap().to_owned()
}

/// Names that follow `crate::` in imports, those in braces among them.
fn imports(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let word = |text: &str| {
            text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
        };
        if let Some(inside) = rest.strip_prefix('{') {
            let (mut depth, mut item) = (0, String::new());
            for c in inside.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        found.insert(word(&item));
                        item.clear();
                        continue;
                    }
                    _ => {}
                }
                item.push(c);
            }
            found.insert(word(&item));
        } else {
            found.insert(word(rest));
        }
    }
    found
}

#[test]
fn data_flows_one_way_through_the_house() {
    let known: BTreeSet<&str> = MAY_IMPORT.iter().map(|(module, _)| *module).collect();
    let mut seen = BTreeSet::new();
    for path in files(&product("app"), ".rs") {
        let relative = path.strip_prefix(product("app")).unwrap().to_owned();
        let module = relative
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_string_lossy()
            .trim_end_matches(".rs")
            .to_owned();
        if ["main", "lib"].contains(&module.as_str()) {
            continue;
        }
        let (_, may) = MAY_IMPORT
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| panic!("{module} has no line in the table"));
        for import in imports(&code(&path)).iter().filter(|import| known.contains(import.as_str()))
        {
            assert!(
                *import == module || may.contains(&import.as_str()),
                "{} imports {import}",
                relative.display()
            );
        }
        seen.insert(module);
    }
    assert_eq!(seen.len(), MAY_IMPORT.len(), "a line of the table has no module");
}

#[test]
fn libraries_stay_in_their_rooms() {
    let rooms: &[(&str, &[&str])] = &[
        ("diesel::", &["storage"]),
        ("actix_web::", &["web", "main.rs", "cli/servers.rs"]),
        ("lettre::", &["mailer/", "cli/users.rs"]),
        ("calamine::", &["intake"]),
        // Only the sandboxed process decodes pictures: whoever needs one asks `copy_sandbox`.
        ("hayro::", &["intake"]),
        (" image::", &["intake"]),
        // Papers are drawn on their own floor, and nothing of ours becomes markup there.
        ("krilla::", &["documents"]),
        ("qrcode::", &["documents"]),
        ("rustybuzz::", &["documents"]),
        ("getrandom::", &["storage"]),
        ("quick_xml::", &["intake"]),
        ("html5gum::", &["intake"]),
        ("mail_parser::", &["intake/mhtml.rs", "web/dev"]),
        // Weak hashes open what others have locked, and lock nothing of ours.
        ("md5::", &["intake/unlock"]),
        ("sha1::", &["intake/unlock"]),
    ];
    for path in files(&product("app"), ".rs") {
        let relative = path.strip_prefix(product("app")).unwrap().to_string_lossy().into_owned();
        for (library, allowed) in rooms {
            let is_used = code(&path).contains(library);
            assert!(
                !is_used || allowed.iter().any(|room| relative.starts_with(room)),
                "{relative} uses {library}"
            );
        }
    }
}

#[test]
fn templates_escape_everything_and_hold_no_script_and_no_style_of_their_own() {
    for path in files(&product("templates"), ".html") {
        // The scripts come from our own files, and every page works without them.
        let text = ["script", "leader"].into_iter().fold(
            fs::read_to_string(&path).unwrap(),
            |text, stem| {
                let tag = format!("<script src=\"{{{{ asset.{stem} }}}}\" defer></script>");
                text.replacen(&tag, "", 1)
            },
        );
        let is_mail = path.to_string_lossy().contains("/emails/");
        for banned in ["| safe", "|safe", "<script", "<style", " onclick=", "javascript:"] {
            assert!(!text.contains(banned), "{banned} in {}", path.display());
        }
        assert!(
            is_mail || !text.contains(" style="),
            "{} has a style attribute, which the CSP refuses",
            path.display()
        );
        assert!(
            !text.contains("//fonts.") && !text.contains("https://"),
            "{} loads from elsewhere",
            path.display()
        );
    }
}

#[test]
fn every_template_is_compiled_in() {
    let known: BTreeSet<String> =
        jasaq::templates::TEMPLATES.iter().map(|(name, _)| (*name).to_owned()).collect();
    let there: BTreeSet<String> = ["components", "emails", "layouts", "pages"]
        .iter()
        .flat_map(|folder| files(&product(&format!("templates/{folder}")), ""))
        .map(|path| path.strip_prefix(product("templates")).unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(known, there);
}

/// Every statement that made a table as it is.
fn tables() -> String {
    files(&product("migrations"), "up.sql")
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn nothing_anywhere_speaks_of_covert_cooperation() {
    let tables = tables();
    for text in [
        tables,
        files(&product("templates"), "")
            .iter()
            .map(|path| fs::read_to_string(path).unwrap())
            .collect(),
    ] {
        for word in ["covert", "жасырын ынтымақ", "негласн", "confidant", "operative"]
        {
            assert!(!text.to_lowercase().contains(word), "{word}");
        }
    }
}

#[test]
fn there_is_no_place_for_a_reason_or_a_finding_of_a_register() {
    let tables = tables();
    let columns: Vec<&str> =
        tables.lines().map(str::trim).filter(|line| !line.starts_with("--")).collect();
    for word in ["reason", "finding", "diagnosis", "result", "circumstance", "ground"] {
        let held = columns.iter().find(|line| {
            // The result of a duty says nothing of a register.
            line.contains(word)
                && !line.contains("'results'")
                && !line.contains("plan_result")
                && !line.contains("result_id")
        });
        assert_eq!(held, None, "{word}");
    }
}

#[test]
fn the_journal_and_the_book_are_only_ever_added_to() {
    for path in files(&product("app/storage"), ".rs") {
        let code: String = code(&path).split_whitespace().collect();
        for table in ["journal::table", "book_entry::table"] {
            for verb in ["update(", "delete("] {
                assert!(
                    !code.contains(&format!("{verb}{table}")),
                    "{} has {verb}{table}",
                    path.display()
                );
            }
        }
    }
}
