//! Bodies of requests.

/// Declares the body of a request. Optional fields that are none are left out.
///
/// It is serialized as a map: the way of structs would bring a hash table of keys along, 3.4 KB of wasm.
macro_rules! body {
    (
        $(#[$meta:meta])*
        $name:ident { $( $field:ident: $type:ty, )* }
        $(optional { $( $optional:ident: $optional_type:ty, )* })?
    ) => {
        $(#[$meta])*
        pub struct $name {
            $( pub(crate) $field: $type, )*
            $($( pub(crate) $optional: Option<$optional_type>, )*)?
        }

        // It may hold a code, so it never shows itself.
        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(concat!(stringify!($name), "(***)"))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                $( map.serialize_entry(stringify!($field), &self.$field)?; )*
                $($(
                    if let Some(value) = &self.$optional {
                        map.serialize_entry(stringify!($optional), value)?;
                    }
                )*)?
                map.end()
            }
        }
    };
}

pub(crate) use body;
