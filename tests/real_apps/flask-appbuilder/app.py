"""The app of start.sh: Flask-AppBuilder and nothing else. Usage: app.py DATABASE PORT."""
import os
import sys

from flask import Flask
from flask_appbuilder import AppBuilder
from flask_appbuilder.utils.legacy import get_sqla_class

app = Flask(__name__)
app.config.update(
    SECRET_KEY=os.urandom(24).hex(),
    SQLALCHEMY_DATABASE_URI="sqlite:///" + os.path.abspath(sys.argv[1]),
    WTF_CSRF_ENABLED=True,
    AUTH_TYPE=1,
    APP_NAME="Accounts",
    FAB_ADD_SECURITY_VIEWS=True,
)
db = get_sqla_class()(app)
with app.app_context():
    builder = AppBuilder(app, db.session)
    sm = builder.sm
    sm.add_user("admin", "Ad", "Min", "admin@example.org", sm.find_role("Admin"), "Admin-pass-1")
    names = ("Auditor", "Editor", "Finance", "Finance, EMEA", "Helpdesk", "Operator")
    roles = [sm.add_role(name) for name in names]
    groups = [
        sm.group_model(name="Night shift", label="Nights", description="22:00 to 06:00", roles=[roles[4]]),
        sm.group_model(name='Ward 7, "B"', roles=[]),
    ]
    db.session.add_all(groups)

    def user(name, first, last, role, active=True, group=None):
        made = sm.user_model(
            username=name, first_name=first, last_name=last, email=f"{name}@example.org", active=active, password="x"
        )
        made.roles = role
        made.groups = [group] if group else []
        db.session.add(made)

    # Nobody of them has a password that opens anything.
    for n in range(1, 121):
        user(f"user{n:03d}", f"First{n}", f"Last{n}", [roles[n % 6]], n % 10 != 0, groups[0] if n % 25 == 0 else None)
    user("o'neil", "Shaun <b>", 'O\'Neil "x" & {{ y }}', [roles[2], roles[3]], group=groups[1])
    # The form demands a role or a group: whoever has none cannot be saved in it.
    user("nobody", "No", "Body", [])
    db.session.commit()

if __name__ == "__main__":
    app.run("127.0.0.1", int(sys.argv[2]), threaded=True)
