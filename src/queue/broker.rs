//! Where the broker is and how it is entered.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lapin::uri::{AMQPAuthority, AMQPQueryString, AMQPScheme, AMQPUri, AMQPUserInfo};
use percent_encoding::percent_decode_str;
use secrecy::{ExposeSecret as _, SecretString};
use url::{Host, Url};

use super::QueueError;

/// The time after which a silent broker is given up, in seconds. Twice this passes until either side is sure.
pub const HEARTBEAT_SECONDS: u16 = 10;

/// The longest that connecting may take.
pub(super) const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// A broker's address and the user that enters it. Shown without the password.
#[derive(Debug, Clone)]
pub struct Broker {
    tls: bool,
    host: String,
    port: u16,
    virtual_host: String,
    user: String,
    password: Password,
}

#[derive(Debug, Clone)]
enum Password {
    Given(SecretString),
    /// Read again for each connection, so that it can be rotated under a running worker.
    File(PathBuf),
}

impl Broker {
    /// Reads an address (`amqps://user:password@host:port/virtual-host`, by the `RabbitMQ` URI specification). Without a
    /// user it is `guest`; the password of `password_file` takes precedence over one in the address.
    ///
    /// # Errors
    /// When it is not such an address, or when it is `amqp://` beyond this machine and `insecure` is not set.
    pub fn new(url: &str, password_file: Option<&Path>, insecure: bool) -> Result<Self, QueueError> {
        let wrong = |why: &str| QueueError::Address { why: why.to_owned() };
        let parsed = Url::parse(url).map_err(|e| wrong(&e.to_string()))?;
        let tls = match parsed.scheme() {
            "amqp" => false,
            "amqps" => true,
            other => return Err(wrong(&format!("it starts with `{other}:`"))),
        };
        let decode = |text: &str, what: &str| {
            percent_decode_str(text)
                .decode_utf8()
                .map(std::borrow::Cow::into_owned)
                .map_err(|_| wrong(&format!("the {what} is not UTF-8")))
        };
        // `amqp` is not among the schemes whose hosts the parser knows, so that addresses arrive as names.
        let host = match parsed.host() {
            Some(Host::Ipv6(address)) => address.to_string(),
            Some(host) if !host.to_string().is_empty() => decode(&host.to_string(), "host")?,
            _ => return Err(wrong("it names no host")),
        };
        if !tls && !insecure && !is_loopback(&host) {
            return Err(QueueError::PlainBeyondLoopback { host });
        }
        let password = match (password_file, parsed.password()) {
            (Some(path), _) => Password::File(path.to_owned()),
            (None, Some(text)) => Password::Given(decode(text, "password")?.into()),
            (None, None) => Password::Given("guest".into()),
        };
        Ok(Self {
            tls,
            host,
            port: parsed.port().unwrap_or(if tls { 5671 } else { 5672 }),
            virtual_host: match parsed.path() {
                "" => "/".to_owned(),
                path => decode(&path[1..], "virtual host")?,
            },
            user: match parsed.username() {
                "" => "guest".to_owned(),
                user => decode(user, "user name")?,
            },
            password,
        })
    }

    /// The address as it may be shown: no password.
    pub fn address(&self) -> String {
        let scheme = if self.tls { "amqps" } else { "amqp" };
        let host = if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        let virtual_host = self.virtual_host.replace('/', "%2f");
        format!("{scheme}://{}@{host}:{}/{virtual_host}", self.user, self.port)
    }

    /// The address as the client library takes it, with the password as it is now.
    pub(super) async fn uri(&self) -> Result<AMQPUri, QueueError> {
        let password = match &self.password {
            Password::Given(password) => password.expose_secret().to_owned(),
            Password::File(path) => {
                let text = tokio::fs::read_to_string(path)
                    .await
                    .map_err(|e| QueueError::PasswordFile { path: path.clone(), reason: e.to_string() })?;
                text.strip_suffix('\n').map_or(text.as_str(), |line| line.strip_suffix('\r').unwrap_or(line)).to_owned()
            }
        };
        Ok(AMQPUri {
            scheme: if self.tls { AMQPScheme::AMQPS } else { AMQPScheme::AMQP },
            authority: AMQPAuthority {
                userinfo: AMQPUserInfo { username: self.user.clone(), password },
                host: self.host.clone(),
                port: self.port,
            },
            vhost: self.virtual_host.clone(),
            query: AMQPQueryString { heartbeat: Some(HEARTBEAT_SECONDS), ..AMQPQueryString::default() },
        })
    }
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broker(url: &str) -> Result<Broker, QueueError> {
        Broker::new(url, None, false)
    }

    #[test]
    fn plain_amqp_is_for_this_machine_only() {
        for url in ["amqp://127.0.0.1", "amqp://localhost:5673/", "amqp://[::1]/%2f", "amqps://rabbit.example"] {
            broker(url).unwrap();
        }
        for url in ["amqp://rabbit.example", "amqp://10.0.0.1:5672/%2f", "amqp://[2001:db8::1]"] {
            let error = broker(url).unwrap_err();
            assert!(matches!(error, QueueError::PlainBeyondLoopback { .. }), "{url}: {error}");
            Broker::new(url, None, true).unwrap();
        }
    }

    #[test]
    fn an_address_is_shown_without_its_password() {
        let broker = broker("amqps://idlcm:s3cret%2F@rabbit.example/tenants%2Fa").unwrap();
        assert_eq!(broker.address(), "amqps://idlcm@rabbit.example:5671/tenants%2fa");
        assert!(!format!("{broker:?}").contains("s3cret"));
    }

    #[test]
    fn other_addresses_are_refused_without_repeating_them() {
        for url in ["http://user:s3cret@host/", "rabbit:5672", "amqp://", "no address"] {
            let error = broker(url).unwrap_err().to_string();
            assert!(error.contains("amqps://user@host:5671/virtual-host") && !error.contains("s3cret"), "{error}");
        }
    }

    #[tokio::test]
    async fn a_password_file_is_read_again_for_each_connection() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("password");
        let broker = Broker::new("amqp://idlcm:old@localhost", Some(&path), false).unwrap();
        assert!(matches!(broker.uri().await, Err(QueueError::PasswordFile { .. })));
        for (text, password) in [("one\n", "one"), ("two\r\n", "two"), ("three", "three"), ("four\n\n", "four\n")] {
            std::fs::write(&path, text).unwrap();
            assert_eq!(broker.uri().await.unwrap().authority.userinfo.password, password);
        }
    }
}
