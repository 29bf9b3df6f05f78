package org.kukai.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.github.luben.zstd.ZstdInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Reads the configuration {@code default} by Apache Parquet's own reader, which had no part in writing it. */
final class ParquetReader {
    private ParquetReader() {}

    static List<PreferenceRow> read(Path file) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ZstdOnly())
                .build();
        List<PreferenceRow> rows = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = columns.getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    rows.add(row(records.read()));
                }
            }
        }
        return rows;
    }

    static List<String> columns(Path file) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ZstdOnly())
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            return reader.getFooter().getFileMetaData().getSchema().getFields().stream()
                    .map(field -> field.getName())
                    .toList();
        }
    }

    private static PreferenceRow row(Group group) {
        return new PreferenceRow(
                messages(group, "prompt"),
                messages(group, "chosen"),
                messages(group, "rejected"),
                group.getLong("chosen_score", 0),
                group.getLong("rejected_score", 0),
                group.getLong("score_difference", 0),
                group.getString("preference_source", 0),
                group.getLong("votes_chosen", 0),
                group.getLong("votes_rejected", 0),
                group.getLong("votes_tie", 0),
                group.getFieldRepetitionCount("agreement") == 0 ? null : group.getDouble("agreement", 0),
                text(group, "chosen_model"),
                text(group, "rejected_model"),
                text(group, "system"),
                group.getString("prompt_id", 0),
                group.getString("chosen_id", 0),
                group.getString("rejected_id", 0),
                group.getDouble("weight_chosen", 0),
                group.getDouble("weight_rejected", 0),
                group.getDouble("weight_tie", 0),
                group.getBoolean("adjudicated", 0));
    }

    private static @Nullable String text(Group group, String column) {
        return group.getFieldRepetitionCount(column) == 0 ? null : group.getString(column, 0);
    }

    private static List<PreferenceRow.Message> messages(Group group, String column) {
        Group list = group.getGroup(column, 0);
        List<PreferenceRow.Message> messages = new ArrayList<>();
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
            Group message = list.getGroup(0, i).getGroup(0, 0);
            messages.add(new PreferenceRow.Message(message.getString("role", 0), message.getString("content", 0)));
        }
        return messages;
    }

    /** Stands in for the codecs of Hadoop, which is not here. */
    private static final class ZstdOnly implements CompressionCodecFactory {
        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            throw new AssertionError("this reader writes nothing, so nobody may ask it for a compressor: " + codec);
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            assert codec == CompressionCodecName.ZSTD : codec;
            return new BytesInputDecompressor() {
                @Override
                public BytesInput decompress(BytesInput bytes, int size) throws IOException {
                    try (InputStream in = new ZstdInputStream(bytes.toInputStream())) {
                        return BytesInput.from(in.readNBytes(size));
                    }
                }

                @Override
                public void decompress(ByteBuffer input, int length, ByteBuffer output, int size) throws IOException {
                    byte[] bytes = new byte[length];
                    input.get(bytes);
                    output.put(decompress(BytesInput.from(bytes), size)
                            .toInputStream()
                            .readAllBytes());
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public void release() {}
    }
}
