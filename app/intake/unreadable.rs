//! Why a file is no copy, and the phrase that tells its sender what to do.

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)*) => {
        /// Why a file is no copy; nothing of it is kept then.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
        pub enum Unreadable {
            $($(#[$doc])* #[error($code)] $name,)*
        }

        impl Unreadable {
            /// Each of them, in an order that the sandboxed process counts by.
            pub(super) const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The phrase `error-…` that says what it is and what to do.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

reasons! {
    /// Nothing that we know.
    OtherType = "copy-type";
    /// A part is lacking, or can't be made out.
    Damaged = "copy-damaged";
    /// More than a telephone's ordinary photograph by far.
    TooManyPixels = "copy-pixels";
    /// A PDF that asks for a password.
    Locked = "copy-locked";
    /// A PDF or TIFF that is a book.
    TooManyPages = "copy-pages";
    /// A PDF whose letters can't be drawn, because their font is not in it.
    FontsMissing = "copy-fonts";
    /// A file of no bytes.
    Empty = "copy-empty";
    /// A photograph as an iPhone keeps it.
    Heic = "copy-heic";
    /// A picture of the web.
    Avif = "copy-avif";
    /// A picture in 256 colours.
    Gif = "copy-gif";
    /// A picture of Paint.
    Bmp = "copy-bmp";
    /// A picture of archives.
    Jpeg2000 = "copy-jpeg-2000";
    /// A TIFF of a kind that is not read.
    Tiff = "copy-tiff";
    /// A text of Word.
    Word = "copy-word";
    /// A spreadsheet.
    Excel = "copy-excel";
    /// A text or a presentation of another program.
    OtherDocument = "copy-document";
    /// A page of the web.
    WebPage = "copy-web-page";
    /// Files packed into one.
    Archive = "copy-archive";
    /// A film.
    Film = "copy-film";
}
