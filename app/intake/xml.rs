//! Elements of spreadsheets in XML.

use quick_xml::{XmlVersion, events::BytesStart};

/// The value of an attribute, whatever the prefix of its name.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let own = tag.attributes().flatten().find(|own| own.key.local_name().as_ref() == name)?;
    own.normalized_value(XmlVersion::Explicit1_0).ok().map(String::from)
}
