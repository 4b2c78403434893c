//! The client library behind the npm package `xsolla-liveops`.
