#!/usr/bin/env bash
# Signs dist/glmdesk.app, makes the disk image and has Apple notarise it. NOT TESTED: it was written without a Mac.
#
#   IDENTITY="Developer ID Application: ..." PROFILE=notary installers/macos/sign-and-notarise.sh
#
# PROFILE is what `xcrun notarytool store-credentials` was told. Signed from the inside out: libraries, Qt's
# frameworks, the two programs, the bundle; `codesign --deep` would sign in the wrong order.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
app=$root/dist/glmdesk.app
entitlements=$root/installers/macos/entitlements.plist
: "${IDENTITY:?Which identity signs? See security find-identity -v -p codesigning}"
: "${PROFILE:?Which notarytool profile?}"

sign() {
    codesign --force --timestamp --options runtime --sign "$IDENTITY" "$@"
}

find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 | while IFS= read -r -d '' library; do
    sign "$library"
done
find "$app/Contents" -type d -name '*.framework' -print0 | while IFS= read -r -d '' framework; do
    sign "$framework"
done
for program in glmdesk-worker glmdesk; do
    sign --entitlements "$entitlements" "$app/Contents/MacOS/$program"
done
sign --entitlements "$entitlements" "$app"
codesign --verify --strict --verbose=2 "$app"

"${PYTHON:-python3}" "$root/installers/build.py" dmg
image=$(ls -t "$root"/dist/glmdesk-*.dmg | head -n 1)
sign "$image"
xcrun notarytool submit "$image" --keychain-profile "$PROFILE" --wait
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature --verbose "$image"
