#!/usr/bin/env bash
# Kukai's syllable counter beside others, on every alphabetic word of the CMU Pronouncing Dictionary: how many each counts as
# the dictionary does, and how many words a second. Prints a Markdown table. Takes a few minutes.
#
#   src/bench/counters.sh
#
# Needs, from Debian: nodejs and npm, espeak-ng, wamerican (which words are ordinary). Everything else comes through Maven, npm
# and apt-get into a temporary folder. What is missing is said and left out.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say() { echo "$*" >&2; }

say "building Kukai"
./mvnw -q -Dquick process-classes >&2
grep -E '^[a-z]+(\([0-9]+\))? ' target/cmudict/edu/cmu/sphinx/models/en-us/cmudict-en-us.dict >"$work/dictionary"
sed -n 's/^\([a-z]*\) .*/\1/p' "$work/dictionary" >"$work/words"
if [ -r /usr/share/dict/american-english ]; then
    cp /usr/share/dict/american-english "$work/ordinary"
else
    say "which words are ordinary is not known: apt-get install wamerican"
    : >"$work/ordinary"
fi

say "getting the others"
jars="$work/jars"
for artifact in eu.crydee:syllable-counter:4.1.0 net.sf.sociaal:freetts:1.2.2; do
    ./mvnw -q dependency:copy -Dartifact="$artifact" -DoutputDirectory="$jars" >&2 || say "not to be had: $artifact"
done
mkdir -p "$work/classes"
jdk=$(./mvnw -v | sed -n 's/.*runtime: //p')
"$jdk/bin/javac" -proc:none -d "$work/classes" -cp "target/classes:$jars/*" src/bench/Counters.java
java=("$jdk/bin/java" --enable-native-access=ALL-UNNAMED -cp "$work/classes:target/classes:$jars/*" Counters)

for counter in kukai vowel-groups crydee freetts; do
    say "$counter"
    "${java[@]}" "$counter" "$work"
done
if [ -e /usr/lib/"$(uname -m)"-linux-gnu/libespeak-ng.so.1 ]; then
    say "espeak-ng"
    "${java[@]}" espeak-ng "$work"
else
    say "left out: apt-get install espeak-ng"
fi
if command -v npm >/dev/null; then
    cp src/bench/counters.mjs "$work"
    (cd "$work" && npm install --silent --no-audit --no-fund syllable@5.0.1 hypher@0.2.5 hyphenation.en-us@0.2.1 \
        compromise@14 compromise-speech@0.1.1 >&2)
    for counter in syllable compromise-speech hypher; do
        say "$counter"
        node "$work/counters.mjs" "$counter" "$work"
    done
else
    say "left out: apt-get install nodejs npm"
fi
if (cd "$work" && apt-get download -q liblingua-en-syllable-perl && dpkg -x liblingua-en-syllable-perl_*.deb perl) >&2; then
    say "Lingua::EN::Syllable"
    PERL5LIB="$work/perl/usr/share/perl5" perl src/bench/counters.pl "$work"
else
    say "left out: apt-get install liblingua-en-syllable-perl"
fi
"${java[@]}" table "$work"
