#!/bin/sh
# The real Django admin site, for the tests of its recipe: 120 users and an administrator (admin / Admin-pass-1), 5 groups.
# Usage: start.sh DIR PORT. Installs Django from PyPI into a cache once, makes a fresh site in DIR, and serves it until it
# is ended. Its database is DIR/site/db.sqlite3. Exit status 75: Django cannot be installed.
set -eu
dir=$1 port=$2
cache=${XDG_CACHE_HOME:-$HOME/.cache}/idlcm-tests/django-admin
mkdir -p "$cache"
# Two tests that start at once install it once.
(
    flock 9
    "$cache/bin/python" -c 'import django' 2>/dev/null || {
        python3 -m venv "$cache" && "$cache/bin/pip" install --quiet --retries 1 'django>=5.2,<5.3'
    } >&2
) 9>"$cache/lock" || {
    echo "Django 5.2 cannot be installed from PyPI" >&2
    exit 75
}
python="$cache/bin/python"
mkdir -p "$dir/site"
cd "$dir/site"
"$cache/bin/django-admin" startproject site_ .
sed -i "s/ALLOWED_HOSTS = .*/ALLOWED_HOSTS = ['127.0.0.1']/" site_/settings.py
"$python" manage.py migrate -v0
DJANGO_SUPERUSER_PASSWORD=Admin-pass-1 "$python" manage.py createsuperuser --noinput --username admin --email admin@example.org >&2
"$python" manage.py shell -v0 -c "
from django.contrib.auth.models import Group, User
groups = [Group.objects.create(name=name) for name in ('editors', 'auditors', 'helpdesk', 'finance', 'operators')]
for n in range(1, 121):
    user = User(username=f'user{n:03d}', email=f'user{n:03d}@example.org', first_name=f'First{n}', last_name=f'Last{n}', is_active=n % 10 != 0)
    user.set_unusable_password()
    user.save()
    user.groups.add(groups[n % 5])
"
exec "$python" manage.py runserver --noreload "127.0.0.1:$port" >&2
