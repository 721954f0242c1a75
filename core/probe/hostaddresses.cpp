// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/hostaddresses.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <netdb.h>

namespace sockeye {

namespace {

struct FreeAddresses {
    void operator()(addrinfo *list) const { freeaddrinfo(list); }
};

Expected<std::vector<QHostAddress>, QString> lookUp(const QByteArray &name)
{
    addrinfo wanted{};
    wanted.ai_family = AF_UNSPEC;
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo *list = nullptr;
    if (const int error = getaddrinfo(name.constData(), nullptr, &wanted, &list); error != 0)
        return unexpected(QString::fromUtf8(gai_strerror(error)));
    const std::unique_ptr<addrinfo, FreeAddresses> owner(list);
    std::vector<QHostAddress> addresses;
    for (const addrinfo *one = list; one; one = one->ai_next) {
        const QHostAddress address(one->ai_addr);
        if (std::ranges::find(addresses, address) == addresses.end())
            addresses.push_back(address);
    }
    return addresses;
}

} // namespace

NameLookup systemLookup()
{
    return lookUp;
}

std::vector<QHostAddress> interleaved(const std::vector<QHostAddress> &addresses)
{
    if (addresses.empty())
        return {};
    std::vector<QHostAddress> first;
    std::vector<QHostAddress> second;
    std::ranges::partition_copy(addresses, std::back_inserter(first), std::back_inserter(second),
        [protocol = addresses.front().protocol()](
            const QHostAddress &address) { return address.protocol() == protocol; });
    std::vector<QHostAddress> mixed;
    for (std::size_t i = 0; i < std::max(first.size(), second.size()); ++i) {
        if (i < first.size())
            mixed.push_back(first[i]);
        if (i < second.size())
            mixed.push_back(second[i]);
    }
    return mixed;
}

} // namespace sockeye
