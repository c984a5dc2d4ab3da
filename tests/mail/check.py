"""Reads mails with Python's own `email` package and says what is wrong with them.

Standard input holds, as JSON, the files and what is expected of each; `tests/mail/kinds.rs` starts it. Ends with 1 and the
faults on standard error when there are any.
"""

import email
import email.policy
import html.parser
import json
import re
import sys
from email.utils import getaddresses, parsedate_to_datetime

COLUMNS = 78
ENCODED_WORD = re.compile(rb"=\?utf-8\?([bq])\?([^?]*)\?=", re.IGNORECASE)
CALENDARS = ("person_assigned", "assignment_changed", "assignment_cancelled")
REPLIES = {"kk": "келген жауаптарды ешкім оқымайды", "ru": "ответы на него никто не читает"}


class Words(html.parser.HTMLParser):
    """The words and links of a page, and whatever in it could load or run something."""

    def __init__(self):
        super().__init__()
        self.words, self.links, self.languages, self.active = [], [], [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in ("script", "img", "iframe", "link", "form", "object", "video", "audio"):
            self.active.append(tag)
        self.active += [name for name in attrs if name.startswith("on") or name in ("src", "background")]
        if "href" in attrs:
            self.links.append(attrs["href"])
        if tag == "div" and "lang" in attrs:
            self.languages.append(attrs["lang"])

    def handle_data(self, data):
        self.words.append(data)


def words(text):
    return " ".join(text.split())


def faults(raw, expected, of_all):
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    yield from (f"defect {defect!r}" for part in mail.walk() for defect in part.defects)

    def want(is_so, what):
        if not is_so:
            yield what

    for line in raw.split(b"\r\n"):
        yield from want(len(line) <= COLUMNS, f"{len(line)} columns: {line!r}")
        yield from want(line.isascii(), f"not in ASCII: {line!r}")
    yield from want(b"\n" not in raw.replace(b"\r\n", b""), "a bare line feed")

    # Each encoded word stands by itself: no letter is cut in two.
    header = raw.split(b"\r\n\r\n", 1)[0]
    for encoding, content in ENCODED_WORD.findall(header):
        decoder = email.quoprimime.header_decode if encoding in b"qQ" else None
        try:
            if decoder:
                decoder(content.decode()).encode("latin-1").decode("utf-8")
            else:
                __import__("base64").b64decode(content, validate=True).decode("utf-8")
        except (ValueError, UnicodeDecodeError) as error:
            yield f"an encoded word that is none: {content!r} {error}"

    def addresses(name):
        return [address for _, address in getaddresses([str(value) for value in mail.get_all(name, [])])]

    yield from want(addresses("To") == [expected["to"]], f"To: {addresses('To')}")
    yield from want(addresses("From") == [of_all["from"]], f"From: {addresses('From')}")
    yield from want(addresses("Reply-To") == [of_all["reply_to"]], f"Reply-To: {addresses('Reply-To')}")
    for name in ("Cc", "Bcc", "Sender", "Disposition-Notification-To", "Return-Receipt-To"):
        yield from want(name not in mail, f"has {name}")
    domain = of_all["domain"]
    exact = {
        "Message-ID": f"<{expected['id']}@{domain}>",
        "References": f"<{expected['thread']}@{domain}>",
        "Auto-Submitted": "auto-generated",
        "List-Id": f"Jasaq <handoffs.{domain}>",
        "X-Jasaq-Act": expected["act"],
        "MIME-Version": "1.0",
    }
    for name, value in exact.items():
        yield from want(mail.get_all(name) == [value], f"{name}: {mail.get_all(name)} and not {value}")
    yield from want(parsedate_to_datetime(str(mail["Date"])) is not None, "no date")

    subject = str(mail["Subject"])
    yield from want(subject.startswith(f"{expected['reference']}: ") and " / " in subject, f"Subject: {subject}")

    whole, calendar = mail, None
    if expected["kind"] in CALENDARS:
        yield from want(mail.get_content_type() == "multipart/mixed", mail.get_content_type())
        whole, calendar = list(mail.iter_parts())
        is_calendar = calendar.get_content_type() == "text/calendar" and calendar.get_filename() == "jasaq.ics"
        yield from want(is_calendar, f"{calendar.get_content_type()} {calendar.get_filename()}")
        yield from want(calendar.get_param("method") == "PUBLISH", "asks for an answer that reaches nobody")
    yield from want(whole.get_content_type() == "multipart/alternative", whole.get_content_type())
    parts = list(whole.iter_parts())
    yield from want([p.get_content_type() for p in parts] == ["text/plain", "text/html"], "not text, then HTML")
    yield from want(all(p.get_content_charset() == "utf-8" for p in parts), "not in UTF-8")
    text, page = parts[0].get_content(), Words()
    page.feed(parts[1].get_content())
    page_words = words(" ".join(page.words))
    yield from want(page.languages == ["kk", "ru"], f"languages {page.languages}")
    yield from want(not page.active, f"loads or runs {page.active}")

    # Both parts say the same, and each has the one link, once in each language.
    links = re.findall(r"https?://\S+", text)
    # What is over leads nowhere: the person has no account, and nothing more to do.
    count = 0 if expected["kind"] in (
        "record_ended",
        "assignment_cancelled",
        "certificate_ready",
        "application_received",
        "application_accepted",
        "application_refused",
    ) else 1
    is_one = len(set(links)) == count and len(links) == 2 * count
    yield from want(is_one and sorted(links) == sorted(page.links), f"links {links} {page.links}")
    is_own = all(link.startswith(of_all["public_url"] + "/") for link in links)
    yield from want(is_own, f"leads elsewhere: {links}")
    for line in text.splitlines():
        line = words(line).removeprefix("- ").removeprefix(expected["reference"] + ": ")
        if line and not line.startswith(("http", "-----")):
            yield from want(line in page_words, f"only the text says {line!r}")
    for language, sentence in REPLIES.items():
        yield from want(sentence in words(text), f"does not say in {language} that replies are read by nobody")
    yield from want("&" not in text or "&amp;" not in text, "markup in the text")

    for word in of_all["forbidden"]:
        yield from want(word not in subject + text + " ".join(page.words), f"holds {word}")
        yield from want(calendar is None or word not in calendar.get_content(), f"the calendar holds {word}")
    # A link is opaque: ids, and no query that could hold more.
    yield from want(all(re.fullmatch(r"[a-z0-9/-]*", link.removeprefix(of_all["public_url"])) for link in links), f"link {links}")


def main():
    of_all = json.load(sys.stdin)
    found, ids = [], set()
    for expected in of_all["mails"]:
        with open(expected["file"], "rb") as file:
            raw = file.read()
        found += [f"{expected['kind']} to {expected['to']}: {fault}" for fault in faults(raw, expected, of_all)]
        if (expected["id"], expected["to"]) in ids:
            found.append(f"{expected['kind']}: {expected['id']} came twice")
        ids.add((expected["id"], expected["to"]))
    if found:
        sys.exit("\n".join(found[:40]))
    print(f"{len(of_all['mails'])} mails are well formed")


if __name__ == "__main__":
    main()
