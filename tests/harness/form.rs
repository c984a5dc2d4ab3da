//! Forms of a page, read as a browser reads them.

/// A form with what it would send as it stands.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
    pub is_multipart: bool,
}

/// The forms of a page; those without an action post to the page itself.
pub fn forms(html: &str, path: &str) -> Vec<Form> {
    html.split("<form ")
        .skip(1)
        .map(|rest| form(rest.split("</form>").next().unwrap(), path))
        .collect()
}

fn form(html: &str, path: &str) -> Form {
    let head = html.split('>').next().unwrap();
    let mut fields = Vec::new();
    for tag in html.split('<').skip(1) {
        let tag_head = tag.split('>').next().unwrap();
        if let Some(name) =
            tag_head.strip_prefix("input ").and_then(|_| attribute(tag_head, "name"))
        {
            let kind = attribute(tag_head, "type").unwrap_or_else(|| "text".into());
            let is_choice = kind == "checkbox" || kind == "radio";
            if kind != "file" && (!is_choice || tag_head.ends_with(" checked")) {
                fields.push((name, attribute(tag_head, "value").unwrap_or_default()));
            }
        }
        if let Some(name) =
            tag_head.strip_prefix("select ").and_then(|_| attribute(tag_head, "name"))
        {
            fields.push((name, String::new()));
        }
        if let Some(name) =
            tag_head.strip_prefix("textarea ").and_then(|_| attribute(tag_head, "name"))
        {
            fields.push((name, unescape(tag.split_once('>').map_or("", |(_, text)| text))));
        }
        if tag_head.starts_with("option ")
            && tag_head.ends_with(" selected")
            && let Some(last) = fields.last_mut()
        {
            last.1 = attribute(tag_head, "value").unwrap_or_default();
        }
    }
    Form {
        action: attribute(head, "action").unwrap_or_else(|| path.to_owned()),
        fields,
        is_multipart: head.contains("multipart/form-data"),
    }
}

/// An attribute's value, its entities resolved.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
    Some(unescape(value))
}

/// Text with its entities resolved.
pub fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
