print("Change me")
