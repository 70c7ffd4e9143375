// The smallest service: it answers /health. Version `bad` ends by itself, as a service that cannot reach its database does.
package main

import (
	"fmt"
	"net/http"
	"os"
)

var version = "development"

func main() {
	if len(os.Args) > 1 && os.Args[1] == "--version" {
		fmt.Println(version)
		return
	}
	if len(os.Args) > 1 && os.Args[1] == "migrate" {
		fmt.Println("Nothing to migrate")
		return
	}
	if version == "bad" {
		fmt.Fprintln(os.Stderr, "Error: DATABASE_URL is not set")
		os.Exit(1)
	}
	http.HandleFunc("/health", func(answer http.ResponseWriter, _ *http.Request) { fmt.Fprintln(answer, version) })
	fmt.Fprintln(os.Stderr, http.ListenAndServe(":8080", nil))
}
