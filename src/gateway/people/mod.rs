//! The people who manage integrations: what each may do, how they sign in, and what keeps others out.

mod life;
mod password;
mod role;
mod session;
mod sign_in;

pub use life::{By, Change, NewPerson, Refused, add, change, set_password, unset_second_factor};
pub use role::Role;
pub use session::{FRESH, Signed, by_token, sign_out};
pub use sign_in::{Credentials, NotSignedIn, begin, confirm, set_own_password, set_second_factor, sign_in};
