#!/bin/sh
# Builds tests/pages/frameworks/vendor/*.js from npm packages, exactly as package-lock.json there pins them, and writes
# the README beside them. Needs node and npm. `--update` takes newer packages first and writes the lock file anew.
set -eu
vendor=$(cd "$(dirname "$0")/../tests/pages/frameworks/vendor" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$vendor/package.json" "$work/"
[ ! -f "$vendor/package-lock.json" ] || cp "$vendor/package-lock.json" "$work/"
cp -R "$vendor/entry" "$work/entry"
cd "$work"
if [ "${1:-}" = --update ] || [ ! -f package-lock.json ]; then
    npm install --no-audit --no-fund --ignore-scripts --silent
    cp package-lock.json "$vendor/package-lock.json"
else
    npm ci --no-audit --no-fund --ignore-scripts --silent
fi
for entry in react lit angular webcomponents; do
    node_modules/.bin/esbuild "entry/$entry.js" --bundle --minify --format=esm --target=es2022 --legal-comments=eof \
        '--define:process.env.NODE_ENV="production"' '--define:ngDevMode=false' --log-level=error "--outfile=$vendor/$entry.js"
done
# Widgets with their styles; pictures are left out.
for entry in widgets-plain widgets-react widgets-vue; do
    node_modules/.bin/esbuild "entry/$entry.js" --bundle --minify --format=esm --target=es2022 --legal-comments=eof \
        --loader:.png=empty --loader:.svg=empty --loader:.gif=empty --loader:.woff=empty --loader:.woff2=empty \
        --loader:.eot=empty --loader:.ttf=empty \
        '--define:process.env.NODE_ENV="production"' '--define:process.env.VITE_LOGGER_ENABLED=undefined' \
        --define:__VUE_OPTIONS_API__=true --define:__VUE_PROD_DEVTOOLS__=false --define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false \
        --log-level=error "--outfile=$vendor/$entry.js"
done
cp node_modules/vue/dist/vue.esm-browser.prod.js "$vendor/vue.js"
cp node_modules/jquery/dist/jquery.min.js "$vendor/jquery.js"
cp node_modules/select2/dist/js/select2.full.min.js "$vendor/select2.js"
cp node_modules/select2/dist/css/select2.min.css "$vendor/select2.css"

# The README: which packages are inside, and what the files must hash to.
{
    cat <<'HEAD'
# Frameworks for the test pages

Real frameworks and component libraries, built from npm and minified, so that the tests act on what apps are made of.
Test data only: nothing of it is part of the product.

`scripts/vendor-test-pages.sh` builds the files again from `package-lock.json` and `entry/`; `--update` takes newer packages.
`react.js`, `lit.js`, `angular.js`, `webcomponents.js` and `widgets-*` are bundled with esbuild, with everything they depend on; the others are copied as published.

| package | version | licence |
|---|---|---|
HEAD
    node -e '
        const lock = require(process.argv[1]).packages;
        for (const [path, { version, license, dev }] of Object.entries(lock))
            if (path && !dev && !/node_modules\/@types\//.test(path)) console.log(`| ${path.replace(/^.*node_modules\//, "")} | ${version} | ${license ?? "see the package"} |`);
    ' "$work/package-lock.json" | sort -u
    printf '\n| file | sha256 |\n|---|---|\n'
    (cd "$vendor" && sha256sum ./*.js ./*.css) | sed 's|^\([0-9a-f]*\)  \./\(.*\)$|\| `\2` \| `\1` \||'
} > "$vendor/README.md"
