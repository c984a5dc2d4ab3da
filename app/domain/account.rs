//! The account of a user.

text_enum! {
    /// Whether an account can be signed in to.
    AccountState {
        /// No password was ever set.
        Invited = "invited",
        Active = "active",
        Disabled = "disabled",
    }
}
