# Lingua::EN::Syllable on all words: writes a count a line, and how many words a second.
use strict;
use warnings;
use Time::HiRes qw(time);
use Lingua::EN::Syllable;

my $work = shift;
open(my $in, '<', "$work/words") or die;
chomp(my @words = <$in>);
my $start = time;
my @counts = map { syllable($_) } @words;
my $speed = @words / (time - $start);
open(my $out, '>', "$work/lingua.counts") or die;
print $out "$_\n" for @counts;
open(my $rate, '>', "$work/lingua.speed") or die;
print $rate $speed;
