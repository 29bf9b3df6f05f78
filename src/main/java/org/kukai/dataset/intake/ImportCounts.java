package org.kukai.dataset.intake;

import java.util.ArrayList;
import java.util.List;

/** What is counted while a file is taken in. */
final class ImportCounts {
    int rows;
    int prompts;
    int added;
    int duplicates;
    int rejected;
    final List<HaikuImport.Rejection> rejections = new ArrayList<>();

    void reject(int line, String detail) {
        rejected++;
        if (rejections.size() < HaikuImport.REJECTIONS_KEPT) {
            rejections.add(new HaikuImport.Rejection(line, detail));
        }
    }
}
