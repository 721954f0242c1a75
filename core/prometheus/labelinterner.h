// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/labelset.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace sockeye {

//! \brief Label sets by the bytes that they were written in. A series that comes again, in this answer or in
//! the next, is neither read nor stored a second time.
class LabelInterner final {
public:
    //! \brief The label set of an object of strings that stands at \a text, and in \a length how long that
    //! is; nullptr for what is no plain object, among it a text that only a full reader of JSON can judge.
    //! Valid until the next call.
    [[nodiscard]] const LabelSet *read(std::string_view text, std::size_t &length);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    std::unordered_map<std::string, LabelSet, Hash, std::equal_to<>> m_known;
};

} // namespace sockeye
