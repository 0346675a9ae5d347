package picture

import (
	"bytes"
	"encoding/binary"
	"path"
	"strings"
)

// Clean takes out of a JPEG or PNG file what is not the picture: EXIF with its
// place and time, XMP, IPTC, comments, embedded thumbnails and texts. Pixels
// are not touched. Other files, and files that are damaged, come back as they
// are with ok false.
func Clean(name string, data []byte) (clean []byte, ok bool) {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg":
		return cleanJPEG(data)
	case ".png":
		return cleanPNG(data)
	}
	return data, false
}

// cleanJPEG keeps the segments that a decoder needs: APP0 (JFIF), APP2 (colour
// profile), APP14 (Adobe colour transform), tables, frames and scans. The
// orientation that a camera left in EXIF is kept as the one tag of a new APP1
// segment, or the picture would lie on its side.
func cleanJPEG(data []byte) ([]byte, bool) {
	if len(data) < 4 || data[0] != 0xff || data[1] != 0xd8 {
		return data, false
	}
	out := append(make([]byte, 0, len(data)), 0xff, 0xd8)
	for i := 2; i+4 <= len(data); {
		if data[i] != 0xff {
			return data, false
		}
		marker := data[i+1]
		if marker == 0xff { // fill byte
			i++
			continue
		}
		if marker == 0xda || marker == 0xd9 { // scan data to the end of the file
			return append(out, data[i:lastEOI(data)]...), true
		}
		size := int(binary.BigEndian.Uint16(data[i+2:]))
		if size < 2 || i+2+size > len(data) {
			return data, false
		}
		segment := data[i : i+2+size]
		switch {
		case marker == 0xe1:
			if o := orientation(segment[4:]); o > 1 {
				out = append(out, orientationSegment(o)...)
			}
		case marker == 0xe0, marker == 0xe2, marker == 0xee:
			out = append(out, segment...)
		case marker >= 0xe0 && marker <= 0xef, marker == 0xfe:
		default:
			out = append(out, segment...)
		}
		i += 2 + size
	}
	return data, false
}

// lastEOI is the end of the picture: cameras append previews and makers' data
// behind it.
func lastEOI(data []byte) int {
	if i := bytes.LastIndex(data, []byte{0xff, 0xd9}); i > 0 {
		return i + 2
	}
	return len(data)
}

// orientation reads tag 0x0112 of an EXIF segment (TIFF 6.0); 0 without one.
func orientation(b []byte) int {
	if !bytes.HasPrefix(b, []byte("Exif\x00\x00")) || len(b) < 14 {
		return 0
	}
	b = b[6:]
	var order binary.ByteOrder = binary.BigEndian
	if b[0] == 'I' {
		order = binary.LittleEndian
	}
	at := uint64(order.Uint32(b[4:]))
	if at+2 > uint64(len(b)) {
		return 0
	}
	n := int(order.Uint16(b[at:]))
	for i := range n {
		e := int(at) + 2 + 12*i
		if e+12 > len(b) {
			return 0
		}
		if order.Uint16(b[e:]) == 0x0112 {
			if o := int(order.Uint16(b[e+8:])); o <= 8 {
				return o
			}
		}
	}
	return 0
}

// orientationSegment is an APP1 segment that says nothing but how to turn the
// picture.
func orientationSegment(o int) []byte {
	return []byte{
		0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0,
		'M', 'M', 0, 42, 0, 0, 0, 8, // TIFF header
		0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, byte(o), 0, 0, // one entry
		0, 0, 0, 0,
	}
}

// cleanPNG drops the chunks that hold texts, times and EXIF.
func cleanPNG(data []byte) ([]byte, bool) {
	const signature = "\x89PNG\r\n\x1a\n"
	if !bytes.HasPrefix(data, []byte(signature)) {
		return data, false
	}
	out := append(make([]byte, 0, len(data)), signature...)
	for i := len(signature); i+12 <= len(data); {
		size := uint64(binary.BigEndian.Uint32(data[i:]))
		if size > uint64(len(data)-i-12) {
			return data, false
		}
		end := i + 12 + int(size)
		switch kind := string(data[i+4 : i+8]); kind {
		case "tEXt", "iTXt", "zTXt", "eXIf", "tIME":
		default:
			out = append(out, data[i:end]...)
			if kind == "IEND" {
				return out, true
			}
		}
		i = end
	}
	return data, false
}
