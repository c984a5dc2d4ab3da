//! The faults of what was typed.

/// Declares the faults of one act: variant, field, code of the phrase `error-…`.
macro_rules! faults {
    ($(#[$meta:meta])* $name:ident { $($variant:ident: $field:literal, $code:literal);+ $(;)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($variant),+ }

        impl $crate::acts::Fault for $name {
            fn field(&self) -> &'static str {
                match self { $(Self::$variant => $field),+ }
            }
            fn code(&self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}
