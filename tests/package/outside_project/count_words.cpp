// A program of somebody else's: counts the words of the text files in a folder by way of the installed library.
#include <iostream>
#include <isogloss/corpus/study.hpp>
#include <isogloss/studies/counting.hpp>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const isogloss::studies::material material(isogloss::corpus::open_study(argv[1]), {});
  const isogloss::table documents = isogloss::studies::documents(material);
  for (const auto tokens : documents.integers("tokens")) std::cout << tokens << '\n';
}
