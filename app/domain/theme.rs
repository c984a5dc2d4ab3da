//! How pages look to a user.

text_enum! {
    /// Light or dark, by the user's own choice or as the system says.
    Theme {
        System = "system",
        Light = "light",
        Dark = "dark",
    }
}
