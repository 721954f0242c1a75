// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/tlsconfig.h"

#include "ui/settings/fieldproblem.h"

#include <vector>

namespace sockeye {

//! \brief How a server is verified and what it is shown of us, while the user edits it.
struct TlsDraft {
    enum class Verify { System, CaFile, Nothing };

    Verify verify = Verify::System;
    QString caFile;
    QString certFile;
    QString keyFile;
    QString serverName;
    TlsVersion least = TlsVersion::Default;
    TlsConfig loaded; //!< what the form has no field for is taken from here

    friend bool operator==(const TlsDraft &, const TlsDraft &) = default;
};

[[nodiscard]] TlsDraft tlsDraft(const TlsConfig &tls);
[[nodiscard]] TlsConfig tlsOf(const TlsDraft &draft);
//! \brief What is wrong, in the order of the form.
[[nodiscard]] std::vector<FieldProblem> problemsOf(const TlsDraft &draft);

} // namespace sockeye
