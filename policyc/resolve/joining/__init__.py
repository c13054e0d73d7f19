"""What the acts and names of one sentence share, and what stands for itself: lists, ways, times, endings, *such*."""
