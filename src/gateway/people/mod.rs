//! The people who manage integrations: what each may do, how they sign in, and what keeps others out.

mod life;
mod password;
mod provider;
mod provider_http;
mod role;
mod round_trip;
mod session;
mod sign_in;

pub use life::{By, Change, NewPerson, Refused, add, change, set_password, unset_second_factor};
pub use provider::{NotAProvider, Provider, ProviderError, Registration};
pub use role::Role;
pub use round_trip::{Arrived, Begun, NotLetIn, Return, come_back, set_out};
pub use session::{FRESH, Signed, by_token, sign_out};
pub use sign_in::{Credentials, NotSignedIn, confirm, set_own_password, set_second_factor, sign_in};
