"""What is known of words: event verbs and nouns, measures and fates, roles; made from the tables once, read by every stage."""
