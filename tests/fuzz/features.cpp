// features.csv, segments.csv and lexicon_phrases.csv of the documents a and b, parted by bytes 0.
#include "isogloss/corpus/features.hpp"

#include "fuzz/fuzzed.hpp"

using namespace isogloss;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto files = testing::parts_of(testing::bytes_of(data, size), '\0');
  corpus::study s;
  s.documents.resize(2);
  s.documents[0].name = "a";
  s.documents[1].name = "b";
  s.files.features = testing::file_of(files[0], "features.csv");
  if (files.size() > 1) s.files.segments = testing::file_of(files[1], "segments.csv");
  if (files.size() > 2) s.files.lexicon_phrases = testing::file_of(files[2], "lexicon_phrases.csv");
  testing::allow_data_error([&] {
    const auto read = corpus::read_features(s);
    testing::require(read.documents.size() == 2, "features are of the documents");
    for (const auto& document : read.documents) {
      for (const auto& f : document.features) {
        testing::require(f.segment > 0 && f.count > 0 && f.voice < read.voices.size(), "a feature is counted");
      }
    }
  });
  return 0;
}
