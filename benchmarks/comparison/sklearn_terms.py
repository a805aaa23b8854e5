"""What scikit-learn takes to count the words of a folder: sklearn_terms.py CountVectorizer|TfidfVectorizer FOLDER"""
import pathlib
import sys

from sklearn.feature_extraction import text

vectorizer = getattr(text, sys.argv[1])(input="filename")
matrix = vectorizer.fit_transform(sorted(pathlib.Path(sys.argv[2]).glob("*.txt")))
print(matrix.shape, matrix.nnz)
