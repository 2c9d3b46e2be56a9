"""Runs scim2-tester against a SCIM server, and says whether what a suite reported means that all of it passed.

    suites.py tester URL FILE      runs scim2-tester; the token is in SCIM_TOKEN
    suites.py verdict SUITE FILE   prints the counts of a report; ends with 0 only if every check was there and passed

`scim2 test` itself gives each request 5 s, which a write in a real browser may need more than; here it has SCIM_TIMEOUT seconds.
What scim2-tester chooses at random (whether a user is active, which role) follows SCIM_SEED, which is printed.
"""

import json
import os
import random
import sys
from collections import Counter

# What scim2-tester reports whatever a server offers, and for each kind of resource.
ONCE = {
    "service_provider_config_endpoint", "service_provider_config_endpoint_methods", "query_all_resource_types",
    "query_resource_type_by_id", "resource_types_schema_validation", "access_invalid_resource_type",
    "resource_types_endpoint_methods", "query_all_schemas", "access_schema_by_id", "access_invalid_schema",
    "schemas_endpoint_methods", "random_url",
}
EACH = {
    "object_creation", "object_query", "object_query_without_id", "object_query_with_attributes", "object_list_with_attributes",
    "search_with_attributes", "object_replacement", "object_deletion", "check_add_attribute", "check_remove_attribute",
    "check_replace_attribute",
}
KINDS = ("User", "Group")

# What scim-sanity reports of a server that has users and groups; the agents of a draft are passed over.
SANITY = 28
AGENTS = {"Agent CRUD Lifecycle", "AgenticApplication CRUD Lifecycle", "Agent Rapid Lifecycle"}
# It lets a server pass that does not filter at all.
UNFILTERED = "server may ignore filter"


def run_tester(url, file):
    from httpx2 import Client
    from scim2_client.engines.httpx2 import SyncSCIMClient
    from scim2_tester import check_server

    headers = {"Authorization": f"Bearer {os.environ['SCIM_TOKEN']}"}
    timeout = float(os.environ.get("SCIM_TIMEOUT", "120"))
    seed = int(os.environ.get("SCIM_SEED") or random.randrange(1_000_000))
    print(f"scim2-tester: SCIM_SEED={seed}", flush=True)
    random.seed(seed)
    with Client(base_url=url, headers=headers, timeout=timeout) as http:
        results = check_server(SyncSCIMClient(http))
    report = [
        {"name": one.title, "of": one.resource_type, "status": one.status.name, "message": one.reason,
         **({} if one.status.name == "SUCCESS" else {"data": repr(one.data)[:2000]})}
        for one in results
    ]
    with open(file, "w", encoding="utf-8") as out:
        json.dump(report, out, indent=1)


def tester(report):
    """What speaks against a report of scim2-tester; and its counts."""
    counts = Counter(one["status"].lower() for one in report)
    against = [f"{one['name']}{' of ' + one['of'] if one['of'] else ''}: {one['status']}: {one['message']}" for one in report if one["status"] != "SUCCESS"]
    there = {(one["name"], one["of"]) for one in report}
    wanted = {(name, None) for name in ONCE} | {(name, kind) for name in EACH for kind in KINDS}
    against += [f"{name}{' of ' + kind if kind else ''}: not reported" for name, kind in sorted(wanted - there, key=str)]
    return counts, against


def sanity(report):
    """What speaks against a report of scim-sanity; and its counts."""
    results = report["results"]
    counts = Counter(one["status"] for one in results)
    against = [f"{one['name']}: {one['status']}: {one.get('message', '')}" for one in results if one["status"] != "pass" and not (one["status"] == "skip" and one["name"] in AGENTS)]
    against += [f"{one['name']}: {one['message']}" for one in results if one["status"] == "pass" and UNFILTERED in one.get("message", "")]
    if counts["pass"] < SANITY:
        against.append(f"{counts['pass']} checks passed, {SANITY} are known")
    told = report["summary"]
    if (told["total"], told["passed"]) != (len(results), counts["pass"]):
        against.append(f"its summary says {told}, which is not what it lists")
    return counts, against


def verdict(suite, file):
    try:
        with open(file, encoding="utf-8") as text:
            counts, against = {"scim2-tester": tester, "scim-sanity": sanity}[suite](json.load(text))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        counts, against = {}, [f"no report: {type(error).__name__}: {error}"]
    for line in against:
        print(f"  {suite}: {line}")
    passed = counts.get("success", 0) + counts.get("pass", 0)
    others = ", ".join(f"{count} {status}" for status, count in sorted(counts.items()) if status not in ("success", "pass"))
    print(f"{suite}: {passed} of {sum(counts.values())} passed{f' ({others})' if others else ''}")
    return not against and passed > 0


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["tester", url, file]:
            run_tester(url, file)
        case ["verdict", suite, file]:
            sys.exit(0 if verdict(suite, file) else 1)
        case _:
            sys.exit(__doc__)
