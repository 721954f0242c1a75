// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/http/httpheader.h"

#include <QByteArrayList>

#include <vector>

namespace sockeye {

//! \brief What a server answered to an upgrade request, as it came.
struct UpgradeResponse {
    int minorVersion = 1; //!< of HTTP/1
    int status = 0;
    QByteArray reason;
    std::vector<HttpHeader> headers; //!< in order, names as the server wrote them
    QByteArray body; //!< the front of a refusal's
    bool isBodyCut = false; //!< there was more of it than is kept

    //! \brief The first header of that name, in any case; null when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QByteArrayList allOf(QByteArrayView name) const;

    friend bool operator==(const UpgradeResponse &, const UpgradeResponse &) = default;
};

//! \brief Why a server's answer makes no WebSocket, and the facts of it.
struct UpgradeProblem {
    enum class Kind {
        NotHttp, //!< found: the first bytes
        MalformedHeader, //!< found: the line
        FoldedHeader, //!< a line that continues another, which RFC 9112 has forbidden
        HeadTooLong,
        TooManyHeaders,
        EndOfStream, //!< before the head was whole; found: what came of it
        Refused, //!< a status other than 101; found: the reason
        OldHttp, //!< HTTP/1.0 knows no upgrade
        NoUpgradeHeader,
        WrongUpgradeHeader,
        NoConnectionHeader,
        WrongConnectionHeader,
        NoAcceptHeader,
        RepeatedHeader, //!< one that may come once; expected: its name
        WrongAccept,
        NoSubprotocol, //!< some were offered and none was chosen, which browsers refuse
        WrongSubprotocol, //!< one that was not offered
        WrongExtension, //!< one that was not offered
        BadExtensionParameter, //!< found: the parameter
    };

    Kind kind = Kind::NotHttp;
    QByteArray found; //!< as it came, at most 256 bytes
    QByteArray expected; //!< where one value alone would have been right

    friend bool operator==(const UpgradeProblem &, const UpgradeProblem &) = default;
};

} // namespace sockeye
