"""The backend on real llama.cpp, with the tiny GLM and the starter model."""
