//! One declaration of the words that files and the command line use for the values of an enum.

/// Gives an enum its `KEYS` and its `key()`, both from one list.
///
/// The match is exhaustive, so a new value without a word does not compile.
macro_rules! keyed {
    ($type:ident { $($key:literal => $variant:ident),+ $(,)? }) => {
        impl $type {
            /// Every value with the word that files and the command line use, in the order of print.
            pub const KEYS: [(&'static str, Self); [$($key),+].len()] =
                [$(($key, Self::$variant)),+];

            /// The word that files and the command line use.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)+
                }
            }
        }
    };
}
pub(crate) use keyed;
