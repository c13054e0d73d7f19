"""How lawyers put it: sentences brought into the form in which each says one plain thing, before names are resolved."""
