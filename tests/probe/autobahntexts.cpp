// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "autobahntexts.h"

namespace sockeye::test {

namespace {

struct Row {
    const char *number;
    bool isValid;
    const char *hex;
};

// After Markus Kuhn's UTF-8 decoder capability and stress test.
constexpr Row rows[] = {
    // Some valid UTF-8 sequences
    {"6.5.1", true, "68656c6c6f24776f726c64"},
    {"6.5.2", true, "68656c6c6fc2a2776f726c64"},
    {"6.5.3", true, "68656c6c6fe282ac776f726c64"},
    {"6.5.4", true, "68656c6c6ff0a4ada2776f726c64"},
    {"6.5.5", true, "cebae1bdb9cf83cebcceb5"},
    // All prefixes of a text of characters of two and three bytes
    {"6.6.1", false, "ce"},
    {"6.6.2", true, "ceba"},
    {"6.6.3", false, "cebae1"},
    {"6.6.4", false, "cebae1bd"},
    {"6.6.5", true, "cebae1bdb9"},
    {"6.6.6", false, "cebae1bdb9cf"},
    {"6.6.7", true, "cebae1bdb9cf83"},
    {"6.6.8", false, "cebae1bdb9cf83ce"},
    {"6.6.9", true, "cebae1bdb9cf83cebc"},
    {"6.6.10", false, "cebae1bdb9cf83cebcce"},
    {"6.6.11", true, "cebae1bdb9cf83cebcceb5"},
    // First possible sequence of a certain length
    {"6.7.1", true, "00"},
    {"6.7.2", true, "c280"},
    {"6.7.3", true, "e0a080"},
    {"6.7.4", true, "f0908080"},
    // First possible sequence of five and six bytes
    {"6.8.1", false, "f888808080"},
    {"6.8.2", false, "fc8480808080"},
    // Last possible sequence of a certain length
    {"6.9.1", true, "7f"},
    {"6.9.2", true, "dfbf"},
    {"6.9.3", true, "efbfbf"},
    {"6.9.4", true, "f48fbfbf"},
    // Last possible sequence of four, five and six bytes
    {"6.10.1", false, "f7bfbfbf"},
    {"6.10.2", false, "fbbfbfbfbf"},
    {"6.10.3", false, "fdbfbfbfbfbf"},
    // Other boundaries
    {"6.11.1", true, "ed9fbf"},
    {"6.11.2", true, "ee8080"},
    {"6.11.3", true, "efbfbd"},
    {"6.11.4", true, "f48fbfbf"},
    {"6.11.5", false, "f4908080"},
    // Unexpected continuation bytes
    {"6.12.1", false, "80"},
    {"6.12.2", false, "bf"},
    {"6.12.3", false, "80bf"},
    {"6.12.4", false, "80bf80"},
    {"6.12.5", false, "80bf80bf"},
    {"6.12.6", false, "80bf80bf80"},
    {"6.12.7", false, "80bf80bf80bf"},
    {"6.12.8", false,
        "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1"
        "b2b3b4b5b6b7b8b9babbbcbdbe"},
    // Lonely start bytes
    {"6.13.1", false,
        "c020c120c220c320c420c520c620c720c820c920ca20cb20cc20cd20ce20cf20d020d120d220d320d420d520d620d720d820"
        "d920da20db20dc20dd20de20"},
    {"6.13.2", false, "e020e120e220e320e420e520e620e720e820e920ea20eb20ec20ed20ee20"},
    {"6.13.3", false, "f020f120f220f320f420f520f620"},
    {"6.13.4", false, "f820f920fa20"},
    {"6.13.5", false, "fc20"},
    // The last continuation byte is missing
    {"6.14.1", false, "c0"},
    {"6.14.2", false, "e080"},
    {"6.14.3", false, "f08080"},
    {"6.14.4", false, "f8808080"},
    {"6.14.5", false, "fc80808080"},
    {"6.14.6", false, "df"},
    {"6.14.7", false, "efbf"},
    {"6.14.8", false, "f7bfbf"},
    {"6.14.9", false, "fbbfbfbf"},
    {"6.14.10", false, "fdbfbfbfbf"},
    // Incomplete sequences one behind the other
    {"6.15.1", false, "c0e080f08080f8808080fc80808080dfefbff7bfbffbbfbfbffdbfbfbfbf"},
    // Impossible bytes
    {"6.16.1", false, "fe"},
    {"6.16.2", false, "ff"},
    {"6.16.3", false, "fefeffff"},
    // Overlong ASCII
    {"6.17.1", false, "c0af"},
    {"6.17.2", false, "e080af"},
    {"6.17.3", false, "f08080af"},
    {"6.17.4", false, "f8808080af"},
    {"6.17.5", false, "fc80808080af"},
    // Longest overlong sequences
    {"6.18.1", false, "c1bf"},
    {"6.18.2", false, "e09fbf"},
    {"6.18.3", false, "f08fbfbf"},
    {"6.18.4", false, "f887bfbfbf"},
    {"6.18.5", false, "fc83bfbfbfbf"},
    // Overlong NUL
    {"6.19.1", false, "c080"},
    {"6.19.2", false, "e08080"},
    {"6.19.3", false, "f0808080"},
    {"6.19.4", false, "f880808080"},
    {"6.19.5", false, "fc8080808080"},
    // Single UTF-16 surrogates
    {"6.20.1", false, "eda080"},
    {"6.20.2", false, "edadbf"},
    {"6.20.3", false, "edae80"},
    {"6.20.4", false, "edafbf"},
    {"6.20.5", false, "edb080"},
    {"6.20.6", false, "edbe80"},
    {"6.20.7", false, "edbfbf"},
    // Paired UTF-16 surrogates
    {"6.21.1", false, "eda080edb080"},
    {"6.21.2", false, "eda080edbfbf"},
    {"6.21.3", false, "edadbfedb080"},
    {"6.21.4", false, "edadbfedbfbf"},
    {"6.21.5", false, "edae80edb080"},
    {"6.21.6", false, "edae80edbfbf"},
    {"6.21.7", false, "edafbfedb080"},
    {"6.21.8", false, "edafbfedbfbf"},
    // Code points that are no characters, and valid
    {"6.22.1", true, "efbfbe"},
    {"6.22.2", true, "efbfbf"},
    {"6.22.3", true, "f09fbfbe"},
    {"6.22.4", true, "f09fbfbf"},
    {"6.22.5", true, "f0afbfbe"},
    {"6.22.6", true, "f0afbfbf"},
    {"6.22.7", true, "f0bfbfbe"},
    {"6.22.8", true, "f0bfbfbf"},
    {"6.22.9", true, "f18fbfbe"},
    {"6.22.10", true, "f18fbfbf"},
    {"6.22.11", true, "f19fbfbe"},
    {"6.22.12", true, "f19fbfbf"},
    {"6.22.13", true, "f1afbfbe"},
    {"6.22.14", true, "f1afbfbf"},
    {"6.22.15", true, "f1bfbfbe"},
    {"6.22.16", true, "f1bfbfbf"},
    {"6.22.17", true, "f28fbfbe"},
    {"6.22.18", true, "f28fbfbf"},
    {"6.22.19", true, "f29fbfbe"},
    {"6.22.20", true, "f29fbfbf"},
    {"6.22.21", true, "f2afbfbe"},
    {"6.22.22", true, "f2afbfbf"},
    {"6.22.23", true, "f2bfbfbe"},
    {"6.22.24", true, "f2bfbfbf"},
    {"6.22.25", true, "f38fbfbe"},
    {"6.22.26", true, "f38fbfbf"},
    {"6.22.27", true, "f39fbfbe"},
    {"6.22.28", true, "f39fbfbf"},
    {"6.22.29", true, "f3afbfbe"},
    {"6.22.30", true, "f3afbfbf"},
    {"6.22.31", true, "f3bfbfbe"},
    {"6.22.32", true, "f3bfbfbf"},
    {"6.22.33", true, "f48fbfbe"},
    {"6.22.34", true, "f48fbfbf"},
    // Specials, such as the replacement character
    {"6.23.1", true, "efbfb9"},
    {"6.23.2", true, "efbfba"},
    {"6.23.3", true, "efbfbb"},
    {"6.23.4", true, "efbfbc"},
    {"6.23.5", true, "efbfbd"},
    {"6.23.6", true, "efbfbe"},
    {"6.23.7", true, "efbfbf"},
};

} // namespace

const std::vector<Utf8Case> &utf8Cases()
{
    static const std::vector<Utf8Case> cases = [] {
        std::vector<Utf8Case> list;
        for (const Row &row : rows)
            list.push_back({row.number, row.isValid, QByteArray::fromHex(row.hex)});
        return list;
    }();
    return cases;
}

QByteArray greekWord()
{
    return QByteArray::fromHex("cebae1bdb9cf83cebcceb5");
}

} // namespace sockeye::test
