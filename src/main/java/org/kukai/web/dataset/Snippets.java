package org.kukai.web.dataset;

import java.util.List;
import java.util.Optional;

/**
 * Lines to copy into a terminal or a notebook. They carry signed addresses, so they work as they are until these expire.
 *
 * @param python loads the rows with the library {@code datasets}
 * @param curl downloads all files and proves that they are whole
 * @param trl trains on them with TRL
 */
record Snippets(String python, String curl, String trl) {
    static Snippets of(List<ReleaseView.FileRow> files, ReleaseView.FileRow zip) {
        String train = address(files, "data/train-").orElseThrow();
        Optional<String> test = address(files, "data/test-");
        String python = "from datasets import load_dataset\n\nfiles = {\n    \"train\": \"" + train + "\",\n"
                + test.map(url -> "    \"test\": \"" + url + "\",\n").orElse("")
                + "}\ndataset = load_dataset(\"parquet\", data_files=files)\nprint(dataset[\"train\"][0][\"prompt\"])\n";
        String curl = "curl --fail --location --output haiku.zip '" + zip.signedUrl() + "'\n"
                + "echo '" + zip.sha256() + "  haiku.zip' | sha256sum --check\n"
                + "unzip -q -o haiku.zip -d haiku\n";
        String trl = "trl dpo --dataset_name ./haiku --model_name_or_path TinyLlama/TinyLlama-1.1B-Chat-v1.0"
                + " --output_dir haiku-dpo" + (test.isPresent() ? " --eval_strategy steps" : "") + "\n";
        return new Snippets(python, curl, trl);
    }

    private static Optional<String> address(List<ReleaseView.FileRow> files, String beginning) {
        return files.stream()
                .filter(file -> file.path().startsWith(beginning))
                .map(ReleaseView.FileRow::signedUrl)
                .findFirst();
    }
}
