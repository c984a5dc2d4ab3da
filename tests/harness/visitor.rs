//! A browser without JavaScript: cookies, forms, and one address.

use super::form::{Form, forms, unescape};
use std::{net::SocketAddr, time::Duration};
use ureq::{Agent, http::Response};

/// Somebody at a browser.
#[derive(Clone)]
pub struct Visitor {
    address: SocketAddr,
    agent: Agent,
    cookies: Vec<(String, String)>,
    /// What `Sec-Fetch-Site` says; a browser sets it, a test may change it.
    pub site: Option<&'static str>,
    pub origin: Option<String>,
    pub referer: Option<String>,
    /// Whom a proxy names as the client.
    pub forwarded_for: Option<String>,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Page {
    pub status: u16,
    pub path: String,
    pub html: String,
    pub content: Vec<u8>,
    pub location: Option<String>,
    pub headers: Vec<(String, String)>,
}

impl Page {
    /// Whether the page says so, whatever stands between the words as markup.
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// Whether an inbox asks its reader for something with these words; what waits on others and what is done is folded.
    pub fn asks(&self, words: &str) -> bool {
        self.html
            .split("<section ")
            .skip(1)
            .any(|section| !section.contains("<details") && section.contains(words))
    }

    /// The page's words.
    pub fn text(&self) -> String {
        let without_tags: String = self
            .html
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
            .collect();
        unescape(&without_tags)
    }

    /// The form that posts to that path.
    pub fn form(&self, action: &str) -> Form {
        let forms = forms(&self.html, &self.path);
        let known: Vec<_> = forms.iter().map(|form| form.action.clone()).collect();
        forms.into_iter().find(|form| form.action == action).unwrap_or_else(|| {
            panic!("no form for {action} at {}, only {known:?}:\n{}", self.path, self.text())
        })
    }

    /// Every form that posts to that path, in the page's order.
    pub fn forms(&self, action: &str) -> Vec<Form> {
        forms(&self.html, &self.path).into_iter().filter(|form| form.action == action).collect()
    }

    /// Every form that posts.
    pub fn all_forms(&self) -> Vec<Form> {
        let posts = |form: &Form| form.fields.iter().any(|(name, _)| name == "form_token");
        forms(&self.html, &self.path).into_iter().filter(posts).collect()
    }

    /// Whether there is a form that posts to that path.
    pub fn has_form(&self, action: &str) -> bool {
        forms(&self.html, &self.path).iter().any(|form| form.action == action)
    }

    /// The addresses of all links that begin so, each once.
    pub fn links(&self, prefix: &str) -> Vec<String> {
        let mut links: Vec<String> = Vec::new();
        for rest in self.html.split("href=\"").skip(1) {
            let link = unescape(rest.split('"').next().unwrap());
            if link.starts_with(prefix) && !links.contains(&link) {
                links.push(link);
            }
        }
        links
    }

    /// A header of the answer.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Expects a status and gives the page on.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "at {}:\n{}", self.path, self.text());
        self
    }
}

impl Visitor {
    pub fn new(address: SocketAddr) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(30)));
        Self {
            address,
            agent: config.build().into(),
            cookies: Vec::new(),
            site: Some("same-origin"),
            origin: None,
            referer: None,
            forwarded_for: None,
        }
    }

    /// Signs in through the form.
    pub fn sign_in(&mut self, email: &str, password: &str) -> Page {
        let form = self.get("/sign-in").form("/sign-in");
        self.submit(&form, &[("email", email), ("password", password)])
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Sets a cookie, or takes it away.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.retain(|(key, _)| key != name);
        if !value.is_empty() {
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }

    /// Looks at a page.
    pub fn get(&mut self, path: &str) -> Page {
        let request = self.agent.get(self.url(path)).header("cookie", self.cookie_header());
        let answer = request.call().unwrap();
        self.page(path, answer)
    }

    /// How many bytes of a page or an asset travel to a browser that takes it compressed.
    pub fn weight(&mut self, path: &str) -> usize {
        let request = self.agent.get(self.url(path)).header("cookie", self.cookie_header());
        let answer = request.header("accept-encoding", "br, gzip").call().unwrap();
        assert_eq!(answer.status().as_u16(), 200, "{path}");
        answer.into_body().read_to_vec().unwrap().len()
    }

    /// Asks for the head of a page.
    pub fn head(&mut self, path: &str) -> Page {
        let request = self.agent.head(self.url(path)).header("cookie", self.cookie_header());
        let answer = request.call().unwrap();
        self.page(path, answer)
    }

    /// Fetches a page as a browser does before its reader has clicked.
    pub fn prefetch(&mut self, path: &str) -> Page {
        let request = self.agent.get(self.url(path)).header("cookie", self.cookie_header());
        let answer = request.header("sec-purpose", "prefetch").call().unwrap();
        self.page(path, answer)
    }

    /// Looks at a page and expects it to be there.
    #[track_caller]
    pub fn see(&mut self, path: &str) -> Page {
        self.get(path).expect(200)
    }

    /// The first unit that an akimat may name.
    pub fn first_unit(&mut self) -> String {
        self.see("/squads/new")
            .html
            .split("<option value=\"")
            .nth(2)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    }

    /// Sends a form with fields changed or added, and follows where it leads.
    pub fn submit(&mut self, form: &Form, fields: &[(&str, &str)]) -> Page {
        let mut page = self.post(form, fields);
        while page.status == 303 {
            let to = page.location.clone().unwrap();
            page = self.get(&to);
        }
        page
    }

    /// Sends a form, looks over what its page then shows once more, and confirms it.
    pub fn decide(&mut self, form: &Form, fields: &[(&str, &str)]) -> Page {
        let check = self.submit(form, fields).expect(200).form(&form.action);
        self.submit(&check, &[])
    }

    /// Sends a form with fields changed or added.
    pub fn post(&mut self, form: &Form, fields: &[(&str, &str)]) -> Page {
        if form.is_multipart {
            return self.post_file(form, fields, None);
        }
        let mut sent = form.fields.clone();
        for (name, _) in fields {
            sent.retain(|(key, _)| key != name);
        }
        sent.extend(fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())));
        let body: String =
            form_urlencoded::Serializer::new(String::new()).extend_pairs(sent).finish();
        self.send(&form.action, "application/x-www-form-urlencoded", body.as_bytes())
    }

    /// Sends a form with a file: field, file name, content.
    pub fn post_file(
        &mut self,
        form: &Form,
        fields: &[(&str, &str)],
        file: Option<(&str, &str, &[u8])>,
    ) -> Page {
        self.post_files(form, fields, file.as_slice())
    }

    /// Sends a form with files.
    pub fn post_files(
        &mut self,
        form: &Form,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Page {
        const LINE: &str = "----jasaq-test-line";
        let mut sent = form.fields.clone();
        for (name, _) in fields {
            sent.retain(|(key, _)| key != name);
        }
        sent.extend(fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())));
        let mut body = Vec::new();
        for (name, value) in sent {
            body.extend(
                format!(
                    "--{LINE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
                .into_bytes(),
            );
        }
        for (name, file_name, content) in files {
            let head = format!(
                "--{LINE}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            );
            body.extend(head.into_bytes());
            body.extend(*content);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{LINE}--\r\n").into_bytes());
        self.send(&form.action, &format!("multipart/form-data; boundary={LINE}"), &body)
    }

    /// Sends any request.
    pub fn send(&mut self, path: &str, content_type: &str, body: &[u8]) -> Page {
        let mut request = self
            .agent
            .post(self.url(path))
            .header("cookie", self.cookie_header())
            .header("content-type", content_type);
        if let Some(site) = self.site {
            request = request.header("sec-fetch-site", site);
        }
        if let Some(referer) = &self.referer {
            request = request.header("referer", referer);
        }
        if let Some(origin) = &self.origin {
            request = request.header("origin", origin);
        }
        for line in self.forwarded_for.iter().flat_map(|said| said.lines()) {
            request = request.header("x-forwarded-for", line);
        }
        let answer = request.send(body).unwrap();
        self.page(path, answer)
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn cookie_header(&self) -> String {
        self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("; ")
    }

    fn page(&mut self, path: &str, mut answer: Response<ureq::Body>) -> Page {
        let headers: Vec<(String, String)> = answer
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned()))
            .collect();
        for (_, value) in headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, rest) = value.split_once('=').unwrap();
            let (name, value) = (name.to_owned(), rest.split(';').next().unwrap().to_owned());
            self.set_cookie(&name, &value);
        }
        let is_page = headers
            .iter()
            .any(|(name, value)| name == "content-type" && value.starts_with("text/html"));
        let content = answer.body_mut().with_config().limit(64 << 20).read_to_vec().unwrap();
        Page {
            status: answer.status().as_u16(),
            path: path.to_owned(),
            html: if is_page {
                fold(&String::from_utf8_lossy(&content))
            } else {
                String::from_utf8_lossy(&content).into_owned()
            },
            content,
            location: headers
                .iter()
                .find(|(name, _)| name == "location")
                .map(|(_, value)| value.clone()),
            headers,
        }
    }
}

/// A page without the whitespace that only lays out its source: line breaks inside a tag and beside one, save in `pre`.
fn fold(html: &str) -> String {
    let mut folded = String::new();
    let mut is_kept = false;
    for part in html.split_inclusive('<').flat_map(|part| part.split_inclusive('>')) {
        match part.strip_suffix('>') {
            Some(tag) => {
                is_kept =
                    if tag.starts_with("pre") { true } else { is_kept && !tag.starts_with("/pre") };
                folded += &tag.split_whitespace().collect::<Vec<_>>().join(" ");
                folded.push('>');
            }
            None if is_kept => folded += part,
            None => {
                let text = part.strip_suffix('<').unwrap_or(part);
                folded += &unbroken(text);
                folded += &part[text.len()..];
            }
        }
    }
    folded
}

/// A text on one line, without the line breaks at its ends.
fn unbroken(text: &str) -> String {
    let is_broken = |end: &str| end.contains('\n');
    let (start, end) =
        (&text[..text.len() - text.trim_start().len()], &text[text.trim_end().len()..]);
    let before = if is_broken(start) { "" } else { start };
    let after = if is_broken(end) || text.trim().is_empty() { "" } else { end };
    let lines: Vec<_> =
        text.trim().lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    format!("{before}{}{after}", lines.join(" "))
}
