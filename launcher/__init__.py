"""What ./interlock does, one small file a concern. `main` is where to start reading."""
