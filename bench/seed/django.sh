#!/bin/sh
# Django's admin as tests/real_apps/django-admin/start.sh starts it (120 users), with further ones up to 1,110, a tenth of them inactive.
# Usage: django.sh DIR PORT. Serves until it is ended; DIR/ready is there once all users are.
set -eu
dir=$1 port=$2
here=$(cd "$(dirname "$0")" && pwd)
python=${XDG_CACHE_HOME:-$HOME/.cache}/idlcm-tests/django-admin/bin/python
"$here/../../tests/real_apps/django-admin/start.sh" "$dir" "$port" &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
# The site answers once its own users are there.
until "$python" -c "import urllib.request as r; r.urlopen('http://127.0.0.1:$port/admin/login/')" 2>/dev/null; do
    kill -0 "$server"
    sleep 0.3
done
(cd "$dir/site" && "$python" manage.py shell -v0 -c "
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
groups = [Group.objects.get(name=name) for name in ('editors', 'auditors', 'helpdesk', 'finance', 'operators')]
users = User.objects.bulk_create(
    User(username=f'user{n:03d}', email=f'user{n:03d}@example.org', first_name=f'First{n}', last_name=f'Last{n}',
         is_active=n % 10 != 0, password=make_password(None))
    for n in range(121, 1111)
)
through = User.groups.through
through.objects.bulk_create(through(user_id=user.id, group_id=groups[n % 5].id) for n, user in enumerate(users, 121))
")
touch "$dir/ready"
wait "$server"
