package org.kukai.web.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.kukai.dataset.Manifest;
import org.kukai.dataset.Release;
import org.kukai.dataset.ReleaseFile;
import org.kukai.dataset.Samples;
import org.kukai.web.chart.Bars;

/** What the page of a ready release shows besides the release. */
record ReleaseView(
        Manifest manifest,
        List<FileRow> files,
        FileRow zip,
        Instant linksUntil,
        List<Forecast.Drop> dropped,
        Bars sources,
        Bars differences,
        Snippets snippets,
        List<Samples.Sample> samples) {

    /** One file, with its own address and one that needs no account. */
    public record FileRow(
            String path, @Nullable Long rows, long bytes, String size, String sha256, String url, String signedUrl) {}

    private static final double KILO = 1000;

    static ReleaseView of(
            Release release,
            ReleaseFile zip,
            List<Samples.Sample> samples,
            SignedLinks links,
            UnaryOperator<String> publicAddress) {
        Manifest manifest = release.manifest().orElseThrow();
        Instant until = links.expiry();
        List<FileRow> files = ReleaseFile.of(release).stream()
                .map(file -> row(
                        file,
                        Addresses.file(release.id, file.path),
                        links.sign(release.id, Addresses.file(release.id, file.path), until),
                        publicAddress))
                .toList();
        FileRow zipRow = row(
                zip,
                Addresses.zip(release.id),
                links.sign(release.id, Addresses.zip(release.id), until),
                publicAddress);
        return new ReleaseView(
                manifest,
                files,
                zipRow,
                until,
                Forecast.drops(manifest.pairs().dropped()),
                bars("Rows by whose word decided", manifest.sources()),
                bars("Rows by score difference", manifest.scoreDifferences()),
                Snippets.of(files, zipRow),
                samples);
    }

    private static FileRow row(ReleaseFile file, String path, String signed, UnaryOperator<String> publicAddress) {
        return new FileRow(
                file.path,
                file.rowCount,
                file.bytes,
                size(file.bytes),
                file.sha256,
                publicAddress.apply(path),
                publicAddress.apply(signed));
    }

    private static Bars bars(String caption, Map<String, Long> counts) {
        return Bars.of(
                caption,
                counts.entrySet().stream()
                        .map(entry -> new Bars.Amount(
                                entry.getKey(), entry.getValue(), String.valueOf(entry.getValue()), false))
                        .toList());
    }

    /** A size for people: three digits and a unit. */
    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double size = bytes;
        int unit = -1;
        while (size >= KILO && unit < 3) {
            size /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %cB", size, "kMGT".charAt(unit));
    }
}
