//! Files that import one another in a circle can't be read one after the other: there are none.

use crate::harness::database::{files, product};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

/// How often a name is handed on at most.
const HANDED_ON: u8 = 4;

/// A path of the library, below `crate`.
type Path = Vec<String>;

/// The library's modules, each with its code without comments and tests.
struct Library {
    code: BTreeMap<String, String>,
    /// What a module hands on under its own name: the module and the name, and where it comes from.
    handed_on: BTreeMap<(String, String), Path>,
}

fn split(path: &str) -> Path {
    path.split("::").map(|part| part.trim().to_owned()).collect()
}

/// The paths of one `use` tree, each with the name that it gets.
fn leaves(prefix: &str, tree: &str, found: &mut Vec<(String, String)>) {
    let tree = tree.trim();
    if let Some((head, rest)) = tree.split_once('{') {
        let inside = &rest[..rest.rfind('}').unwrap()];
        let (mut depth, mut begin) = (0, 0);
        for (at, c) in inside.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    leaves(&format!("{prefix}{}", head.trim()), &inside[begin..at], found);
                    begin = at + 1;
                }
                _ => {}
            }
        }
        leaves(&format!("{prefix}{}", head.trim()), &inside[begin..], found);
    } else if !tree.is_empty() {
        let (path, name) = tree.split_once(" as ").unwrap_or((tree, ""));
        let path = format!("{prefix}{}", path.trim());
        let path = path.strip_suffix("::self").unwrap_or(&path).to_owned();
        let name = if name.is_empty() {
            path.rsplit("::").next().unwrap().to_owned()
        } else {
            name.trim().to_owned()
        };
        found.push((path, name));
    }
}

/// The `use` statements of some code: whether each is public, and its tree.
fn uses(code: &str) -> Vec<(bool, String)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("use ") {
        let line = code[..at].rfind('\n').map_or(0, |end| end + 1);
        let before = code[line..at].trim();
        if before.is_empty()
            || before.starts_with("pub") && !before.contains(' ')
            || before.starts_with("pub(in ")
        {
            let tree = code[at + 4..].split(';').next().unwrap();
            found.push((before.starts_with("pub"), tree.to_owned()));
        }
    }
    found
}

fn absolute(module: &str, path: &[String], aliases: &BTreeMap<String, Path>) -> Option<Path> {
    let base = split(module);
    match path[0].as_str() {
        "crate" => Some(path[1..].to_vec()),
        "self" => Some([&base[..], &path[1..]].concat()),
        "super" => {
            let up = path.iter().take_while(|part| *part == "super").count();
            Some([&base[..base.len().checked_sub(up)?], &path[up..]].concat())
        }
        first => aliases.get(first).map(|alias| [&alias[..], &path[1..]].concat()),
    }
}

impl Library {
    fn read() -> Self {
        let mut code = BTreeMap::new();
        for path in files(&product("app"), ".rs") {
            let relative = path.strip_prefix(product("app")).unwrap().with_extension("");
            let module = relative.to_string_lossy().replace('/', "::");
            let module = module.strip_suffix("::mod").unwrap_or(&module).to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod ").next().unwrap();
            let lines: Vec<&str> =
                text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            if module != "lib" && module != "main" {
                code.insert(module, lines.join("\n"));
            }
        }
        let mut handed_on = BTreeMap::new();
        for (module, text) in &code {
            for (_, tree) in uses(text).iter().filter(|(is_public, _)| *is_public) {
                let mut found = Vec::new();
                leaves("", tree, &mut found);
                for (path, name) in found {
                    let path = split(&path);
                    let path = absolute(module, &path, &BTreeMap::new())
                        .unwrap_or_else(|| [split(module), path].concat());
                    handed_on.insert((module.clone(), name), path);
                }
            }
        }
        Self { code, handed_on }
    }

    /// The module whose file holds what a path names.
    fn module_of(&self, path: &[String]) -> Option<String> {
        self.module_behind(path, HANDED_ON)
    }

    fn module_behind(&self, path: &[String], times: u8) -> Option<String> {
        let known =
            (1..=path.len()).rev().find(|n| self.code.contains_key(&path[..*n].join("::")))?;
        let module = path[..known].join("::");
        let handed_on =
            path.get(known).and_then(|name| self.handed_on.get(&(module.clone(), name.clone())));
        match (handed_on, times.checked_sub(1)) {
            (Some(from), Some(times)) => {
                self.module_behind(&[&from[..], &path[known + 1..]].concat(), times)
            }
            _ => Some(module),
        }
    }

    /// The modules that a module needs.
    fn needs(&self, module: &str) -> BTreeSet<String> {
        let text = &self.code[module];
        let (mut needed, mut aliases) = (BTreeSet::new(), BTreeMap::new());
        for (_, tree) in uses(text) {
            let mut found = Vec::new();
            leaves("", &tree, &mut found);
            for (path, name) in found {
                let Some(path) = absolute(module, &split(&path), &aliases) else { continue };
                if self.code.contains_key(&path.join("::")) {
                    // The module itself may only lend its name to a longer path.
                    aliases.insert(name, path);
                } else {
                    needed.extend(self.module_of(&path));
                }
            }
        }
        let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
        for path in text.split(|c| !is_part(c)).filter(|path| path.contains("::")) {
            let path: Path =
                path.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
            if path.len() > 1
                && let Some(path) = absolute(module, &path, &aliases)
                && !self.code.contains_key(&path.join("::"))
            {
                needed.extend(self.module_of(&path));
            }
        }
        needed.remove(module);
        needed
    }
}

#[test]
fn no_files_import_one_another_in_a_circle() {
    let library = Library::read();
    let mut needs: BTreeMap<&str, BTreeSet<String>> =
        library.code.keys().map(|module| (module.as_str(), library.needs(module))).collect();
    assert!(
        needs["acts::perform"].contains("acts::context"),
        "imports are followed through what a module hands on"
    );
    // A module that needs none of the rest, or that none of the rest needs, is in no circle.
    loop {
        let left: BTreeSet<String> = needs.keys().map(|module| (*module).to_owned()).collect();
        let needed: BTreeSet<String> = needs.values().flatten().cloned().collect();
        let before = needs.len();
        needs.retain(|module, of| {
            of.iter().any(|needed| left.contains(needed)) && needed.contains(*module)
        });
        for of in needs.values_mut() {
            of.retain(|module| left.contains(module));
        }
        if needs.len() == before {
            break;
        }
    }
    assert!(needs.is_empty(), "{needs:#?}");
}

#[test]
fn no_area_of_the_pages_imports_another() {
    let library = Library::read();
    let area = |module: &str| {
        let mut parts = module.split("::");
        let is_web = parts.next() == Some("web");
        parts
            .next()
            .filter(|name| is_web && product(&format!("app/web/{name}")).is_dir())
            .map(str::to_owned)
    };
    let shared = ["request", "pages"];
    for module in library.code.keys() {
        let Some(own) = area(module).filter(|own| !shared.contains(&own.as_str())) else {
            continue;
        };
        for needed in library.needs(module) {
            let other =
                area(&needed).filter(|other| *other != own && !shared.contains(&other.as_str()));
            assert_eq!(other, None, "{module} imports {needed}");
        }
    }
}
