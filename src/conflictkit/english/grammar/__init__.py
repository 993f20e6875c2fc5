"""The grammar of English sentences: tags, groups of words, clauses."""
