package render

// organization is the office and its numbers for search engines and
// assistants (schema.org). Examples of a sample are no contact points.
type organization struct {
	Context     string    `json:"@context"`
	Type        string    `json:"@type"`
	Name        string    `json:"name"`
	Description string    `json:"description,omitempty"`
	URL         string    `json:"url,omitempty"`
	Address     string    `json:"address,omitempty"`
	Contacts    []contact `json:"contactPoint,omitempty"`
}

type contact struct {
	Type      string `json:"@type"`
	Name      string `json:"name"`
	Telephone string `json:"telephone"`
	Language  string `json:"availableLanguage"`
}

func (r *Renderer) organization() *organization {
	c := r.site.Config
	o := &organization{Context: "https://schema.org", Type: "GovernmentOrganization", Name: c.Office, URL: c.BaseURL, Address: c.Address}
	if o.Name == "" {
		o.Name = c.Name
	}
	if r.site.Sample {
		o.Description = sampleWords
	}
	for _, n := range r.site.Numbers {
		if !n.Example && !n.Unchecked("so") {
			o.Contacts = append(o.Contacts, contact{"ContactPoint", n.Name, n.Dial.Tel()[len("tel:"):], "vi"})
		}
	}
	return o
}
